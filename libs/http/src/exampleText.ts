import type { ImportKind } from "@muster/domain/model/Import"
import { columnsOf } from "@muster/domain/rows/columnsOf"

/** A file of a kind as a text: its header, and the row that its example file has. */
export const exampleText = (
  kind: ImportKind,
  more: ReadonlyArray<readonly [string, string]> = [],
): string => {
  const cells = [...columnsOf(kind).map(({ name, example }) => [name, example] as const), ...more]
  return [0, 1].map((line) => `${cells.map((cell) => quoted(cell[line] ?? "")).join(",")}\r\n`).join("")
}

const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
