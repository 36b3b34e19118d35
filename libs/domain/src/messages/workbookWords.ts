import type { ImportKind } from "../model/Import.ts"
import type { Language } from "../model/Language.ts"

/** What the workbooks that Muster makes call their sheets, and what they say beside tables. */
export interface WorkbookWords {
  readonly sheets: Readonly<Record<ImportKind | "report" | "lists", string>>
  /** Above the lists of what a database has: when they were made, and of which database. */
  readonly listsTitle: (made: string, database: string) => string
  /** The names of a department and all above it. */
  readonly path: string
  readonly otherDepartment: string
  readonly otherGroup: string
}

export const workbookWords: Readonly<Record<Language, WorkbookWords>> = {
  en: {
    sheets: {
      "platform-users": "Users",
      "database-users": "Users",
      departments: "Departments",
      "permission-groups": "Permission groups",
      report: "Report",
      lists: "Lists",
    },
    listsTitle: (made, database) => `What ${database} has, as of ${made}`,
    path: "Path",
    otherDepartment:
      "The list has no department with this id. Use it only if the department is newer than the list.",
    otherGroup:
      "The list has no permission group with this name. Use it only if the group is newer than the list.",
  },
  sv: {
    sheets: {
      "platform-users": "Användare",
      "database-users": "Användare",
      departments: "Avdelningar",
      "permission-groups": "Behörighetsgrupper",
      report: "Rapport",
      lists: "Listor",
    },
    listsTitle: (made, database) => `Vad ${database} har, per ${made}`,
    path: "Sökväg",
    otherDepartment:
      "Listan har ingen avdelning med detta id. Använd det bara om avdelningen är nyare än listan.",
    otherGroup:
      "Listan har ingen behörighetsgrupp med detta namn. Använd det bara om gruppen är nyare än listan.",
  },
}
