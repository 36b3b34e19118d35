import { Navigate, Route, Router, type RouteSectionProps } from "@solidjs/router"
import { QueryClientProvider } from "@tanstack/solid-query"
import { lazy } from "solid-js"
import { addresses, scopeOf } from "./addresses.ts"
import { queryClient } from "./queryClient.ts"
import { SessionGate } from "./SessionGate.tsx"
import { useMay } from "./session.ts"

const AccessPage = lazy(() => import("./pages/AccessPage.tsx"))
const AccessesPage = lazy(() => import("./pages/AccessesPage.tsx"))
const AccountPage = lazy(() => import("./pages/AccountPage.tsx"))
const ApiKeysPage = lazy(() => import("./pages/ApiKeysPage.tsx"))
const AuditPage = lazy(() => import("./pages/AuditPage.tsx"))
const CaughtMailsPage = lazy(() => import("./pages/CaughtMailsPage.tsx"))
const DatabasesPage = lazy(() => import("./pages/DatabasesPage.tsx"))
const DepartmentsPage = lazy(() => import("./pages/DepartmentsPage.tsx"))
const GiveAccessPage = lazy(() => import("./pages/GiveAccessPage.tsx"))
const ImportPage = lazy(() => import("./pages/ImportPage.tsx"))
const ImportsPage = lazy(() => import("./pages/ImportsPage.tsx"))
const NewAccessPage = lazy(() => import("./pages/NewAccessPage.tsx"))
const NewImportPage = lazy(() => import("./pages/NewImportPage.tsx"))
const NewPlatformUserPage = lazy(() => import("./pages/NewPlatformUserPage.tsx"))
const NotFoundPage = lazy(() => import("./pages/NotFoundPage.tsx"))
const PermissionGroupsPage = lazy(() => import("./pages/PermissionGroupsPage.tsx"))
const PlatformUserPage = lazy(() => import("./pages/PlatformUserPage.tsx"))
const PlatformUsersPage = lazy(() => import("./pages/PlatformUsersPage.tsx"))

/** Where one begins: the users of the platform, or the databases one has a right in. */
const Home = () => {
  const may = useMay()
  return <Navigate href={may("users.read") ? addresses.users(scopeOf(undefined)) : addresses.databases} />
}

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Router root={SessionGate}>
      <Route path="/" component={Home} />
      <Route path="/platform">
        <Route path="/" component={() => <Navigate href={addresses.users(scopeOf(undefined))} />} />
        <Route path="/users" component={PlatformUsersPage} />
        <Route path="/users/add" component={NewPlatformUserPage} />
        <Route path="/users/add-multiple" component={() => <NewImportPage />} />
        <Route path="/users/:userId" component={PlatformUserPage} />
        <Route path="/audit" component={AuditPage} />
        <Route path="/caught-mails" component={CaughtMailsPage} />
        <Route path="/imports" component={ImportsPage} />
        <Route path="/imports/:id" component={ImportPage} />
        <Route path="/imports/:id/give-access" component={GiveAccessPage} />
      </Route>
      <Route path="/databases" component={DatabasesPage} />
      <Route path="/databases/:databaseId">
        <Route
          path="/"
          component={(route: RouteSectionProps) => (
            <Navigate href={addresses.users(scopeOf(route.params.databaseId))} />
          )}
        />
        <Route path="/users" component={AccessesPage} />
        <Route path="/users/add" component={NewAccessPage} />
        <Route path="/users/import" component={() => <NewImportPage />} />
        <Route path="/users/:userId" component={AccessPage} />
        <Route path="/imports" component={ImportsPage} />
        <Route path="/imports/:id" component={ImportPage} />
        <Route path="/departments" component={DepartmentsPage} />
        <Route path="/departments/import" component={() => <NewImportPage kind="departments" />} />
        <Route path="/permission-groups" component={PermissionGroupsPage} />
        <Route
          path="/permission-groups/import"
          component={() => <NewImportPage kind="permission-groups" />}
        />
      </Route>
      <Route path="/account" component={AccountPage} />
      <Route path="/api-keys" component={ApiKeysPage} />
      <Route path="*" component={NotFoundPage} />
    </Router>
  </QueryClientProvider>
)
