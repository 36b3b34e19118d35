/** The permissions that a cell lists, between commas or semicolons, each once. */
export const permissionsIn = (cell: string): ReadonlyArray<string> => [
  ...new Set(
    cell
      .split(/[,;]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
]

/** Permissions as a cell lists them. */
export const permissionsCell = (permissions: ReadonlyArray<string>): string => permissions.join(", ")
