import { exampleId } from "../rows/columnsOf.ts"
import type { TextRow } from "../rows/TextRow.ts"

/**
 * Whether the row is the template's example left in. Its person is at `example.invalid`, a domain that
 * nobody can have (RFC 2606, section 2); what is no person is called so outright.
 */
export const isExampleRow = ({ emailKey, given }: TextRow): boolean =>
  emailKey?.endsWith("@example.invalid") ??
  (given.email === undefined && (given.departmentId ?? given.groupName) === exampleId)
