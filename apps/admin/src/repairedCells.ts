import type { ToldIssue } from "@muster/domain/model/Issue"
import type { RepairKind } from "@muster/domain/model/RepairKind"

/** What a repair makes of a row's cells, by what was found in it: a name is repaired in two of them. */
export const repairedCells = (
  issues: ReadonlyArray<ToldIssue>,
  kind: RepairKind,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    issues.flatMap(({ column, repair }) =>
      column !== null && repair?.kind === kind ? [[column, repair.to]] : [],
    ),
  )
