import { importerOf, type Import } from "@muster/domain/model/Import"
import { sql, type SQL } from "drizzle-orm"
import { importColumns } from "./importRecord.ts"
import { settledLine } from "./settledLine.ts"

/**
 * The end of a statement that does all rows of an import or none: where there is `sound`, the import in `held`, its
 * rows are settled and it is completed. Answers one record: `in_hand`, and the import, null where
 * nothing was done.
 */
export const completion = (one: Import): SQL => sql`moved as (
    update imports i set state = 'completed', finished_at = now(), done = i.rows, lease_holder = null,
      lease_until = null, fence = i.fence + 1,
      settled = '{[1,)}',
      created = i.created + i.valid - i.to_update - i.to_leave - i.to_remove, removed = i.removed + i.to_remove,
      updated = i.updated + i.to_update, unchanged = i.unchanged + i.to_leave,
      failed = i.failed + i.conflict + i.invalid, valid = 0, conflict = 0, invalid = 0, to_update = 0, to_leave = 0,
      to_remove = 0
    from sound where i.id = sound.id returning ${importColumns}
  ), ${settledLine(importerOf(one), "completed", sql`moved`)}
  select exists (select from held) as in_hand, moved.* from (select) one left join moved on true`
