import type { Issue, IssueDetails, Severity } from "../model/Issue.ts"
import { listsIn, type TemplateChoices } from "../rows/templateLists.ts"

/** The lists that an example file was made with: when (ISO 8601), of which database, and their rows. */
export interface FileLists {
  readonly madeAt: string
  readonly of: string
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/** How many of each change are named. */
const named = 5

/**
 * The lists that a file's cells were chosen from are still what the database has. What was renamed or moved is as
 * right as before, as ids count; of what has gone, each row will tell.
 */
export const ListsAreCurrent = (
  lists: FileLists,
  databaseId: string,
  { departments, groups }: TemplateChoices,
): ReadonlyArray<Issue> => {
  if (lists.of !== databaseId) return [issue("file.lists_foreign", "warning", {})]
  const then = listsIn(lists.rows)
  const pathNow = new Map(departments.map(({ departmentId, path }) => [departmentId, path]))
  const groupsNow = new Set(groups.map(({ groupName }) => groupName))
  const renamed = [...then.pathOf].filter(([id, path]) => pathNow.has(id) && pathNow.get(id) !== path)
  const gone = [...then.pathOf.keys()].filter((id) => !pathNow.has(id))
  const groupsGone = [...then.groups].filter((name) => !groupsNow.has(name))
  const added =
    [...pathNow.keys()].filter((id) => !then.pathOf.has(id)).length +
    [...groupsNow].filter((name) => !then.groups.has(name)).length
  if (renamed.length + gone.length + groupsGone.length + added === 0) return []
  return [
    issue("file.lists_outdated", gone.length + groupsGone.length > 0 ? "warning" : "info", {
      madeAt: lists.madeAt,
      renamed: renamed.slice(0, named).map(([id, path]) => `${id} (${path} → ${pathNow.get(id)})`),
      gone: gone.slice(0, named),
      groupsGone: groupsGone.slice(0, named),
      counts: [renamed.length, gone.length, groupsGone.length, added],
    }),
  ]
}

const issue = (
  code: "file.lists_foreign" | "file.lists_outdated",
  severity: Severity,
  details: IssueDetails,
): Issue => ({ code, severity, row: null, column: null, value: null, details })
