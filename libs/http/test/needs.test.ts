import { expect, it } from "vitest"
import { testApp } from "./testApp.ts"

const { request } = testApp()

/** What each call needs, said apart from the calls: one that asks for less than it should is found out here. */
const needed: Readonly<Record<string, string>> = {
  "platformImports.read":
    "downloadPlatformImportReport downloadPlatformImportTemplate followPlatformImport listPlatformImportRows listPlatformImports readInvitations readPlatformImport",
  "platformImports.validate":
    "cancelPlatformImport changePlatformImport correctPlatformImportRow correctPlatformImportRows createPlatformImport readPlatformImportFile repairPlatformImportRows",
  "platformImports.run": "runPlatformImport",
  "databaseImports.read":
    "downloadDatabaseImportReport downloadDatabaseImportTemplate followDatabaseImport listDatabaseImportRows listDatabaseImports readDatabaseImport",
  "databaseImports.validate":
    "cancelDatabaseImport changeDatabaseImport correctDatabaseImportRow correctDatabaseImportRows createDatabaseImport readDatabaseImportFile repairDatabaseImportRows",
  "databaseImports.run": "runDatabaseImport",
  "users.read":
    "downloadPlatformUsers listAccessesOfUser listPlatformUsers readOriginOfUser readPlatformUser",
  "users.add": "createPlatformUser",
  "users.change":
    "actOnPlatformUsers activatePlatformUser changePlatformUser deactivatePlatformUser deletePlatformUser readHistoryOfUser restorePlatformUser undoPlatformImport",
  "users.anonymise": "anonymisePlatformUser previewAnonymisation",
  "session.use": "listDatabases listPermissions readLimits readSession",
  "databases.close": "closeDatabase reopenDatabase",
  "permissions.register": "registerPermissions",
  "databases.create": "createDatabase createSamplePlatform",
  "accesses.change": "changeAccess grantAccess removeAccess undoDatabaseImport",
  "database.read":
    "downloadDepartments downloadPermissionGroups listDatabaseUsers listDepartments listPermissionGroups readAccess readDatabase readDepartmentUsage readPermissionGroupUsage readPermissions",
  "database.change":
    "changeDepartment changePermissionGroup createDepartment createPermissionGroup deleteDepartment deletePermissionGroup renameDatabase",
  nothing:
    "askForPasswordLink choosePassword health readProvider ready setUp signIn signInWithProvider signOut",
  "account.manage":
    "changePassword confirmSecondFactor endSession endSessions enrolSecondFactor readAccount turnSecondFactorOff",
  "apiKeys.manage": "createApiKey listApiKeys revokeApiKey",
  "audit.read": "listAudit verifyAudit",
  "audit.erase": "eraseFromAudit",
  "users.invite": "inviteImported invitePlatformUser",
  "mails.read": "listCaughtMails",
}

it("each call needs the right that it is meant to need", async () => {
  const document = (await (await request("/api/v1/openapi.json")).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Record<string, string>>>>>
  }
  const calls = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  const found = Object.groupBy(calls, (call) => call["x-muster-needs"] ?? "")
  const names = Object.entries(found).map(([needs, some = []]) => [
    needs,
    some
      .map((call) => call["operationId"])
      .sort()
      .join(" "),
  ])
  expect(Object.fromEntries(names)).toEqual(needed)
})
