import type { TextRow } from "../rows/TextRow.ts"

/**
 * Whether the row is the template's example left in. Its person is at `example.invalid`, a domain that
 * nobody can have (RFC 2606, section 2).
 */
export const isExampleRow = (row: TextRow): boolean => row.emailKey?.endsWith("@example.invalid") ?? false
