/**
 * The file of a step 2 import that gives these people the same place in a database: comma-separated, every
 * cell in quotes (RFC 4180).
 */
export const accessFile = (emails: ReadonlyArray<string>, departmentId: string, groupName: string): string =>
  [["email", "departmentId", "groupName"], ...emails.map((email) => [email, departmentId, groupName])]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",") + "\r\n")
    .join("")
