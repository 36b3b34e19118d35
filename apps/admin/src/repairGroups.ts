import type { ToldRow } from "@muster/domain/messages/ToldImport"
import type { RepairKind } from "@muster/domain/model/RepairKind"
import { revealed } from "@muster/domain/repairs/revealed"

/** The same damage in one row or many, with how some of them would be repaired. */
export interface RepairGroup {
  readonly kind: RepairKind
  readonly rows: ReadonlyArray<number>
  readonly samples: ReadonlyArray<RepairSample>
}

/** What the damaged cells of a row hold, and what they would hold. */
export interface RepairSample {
  readonly from: string
  readonly to: string
}

const mostSamples = 3

/** The repairs that are offered in these rows, those of the most rows first. */
export const repairGroups = (rows: ReadonlyArray<ToldRow>): ReadonlyArray<RepairGroup> => {
  const groups = new Map<RepairKind, { rows: Array<number>; samples: Array<RepairSample> }>()
  for (const row of rows)
    for (const kind of new Set(row.issues.flatMap(({ repair }) => (repair ? [repair.kind] : [])))) {
      const group = groups.get(kind) ?? { rows: [], samples: [] }
      groups.set(kind, group)
      group.rows.push(row.row)
      const sample = sampleOf(row, kind)
      if (group.samples.length < mostSamples && !group.samples.some(({ from }) => from === sample.from))
        group.samples.push(sample)
    }
  return [...groups]
    .map(([kind, group]) => ({ kind, ...group }))
    .sort((one, other) => other.rows.length - one.rows.length)
}

const sampleOf = ({ cells, issues }: ToldRow, kind: RepairKind): RepairSample => {
  const found = issues.flatMap(({ column, repair }) =>
    column !== null && repair?.kind === kind ? [{ was: cells[column] ?? "", to: repair.to }] : [],
  )
  const from = found.map(({ was, to }) => revealed(was.trim(), kind, to)).filter((text) => text !== "")
  return { from: [...new Set(from)].join(" · "), to: found.map(({ to }) => to).join(" · ") }
}
