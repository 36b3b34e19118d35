import { readSheetFile } from "@muster/sheet/xlsx/readSheetFile"
import { defaultLimits } from "@muster/sheet/SheetLimits"
import type { CellToWrite } from "@muster/sheet/xlsx/WorkbookToWrite"
import { writeXlsx } from "@muster/sheet/xlsx/writeXlsx"
import { zipDirectory } from "@muster/sheet/xlsx/zipDirectory"
import { Effect, Stream } from "effect"
import { inflateRawSync } from "node:zlib"

export const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** A workbook of one sheet. */
export const workbookOf = async (
  header: ReadonlyArray<string>,
  ...rows: ReadonlyArray<ReadonlyArray<CellToWrite>>
): Promise<Buffer<ArrayBuffer>> => {
  const sheet = {
    name: "Sheet1",
    columns: header.map((text) => ({ header: text })),
    rows: Stream.fromIterable(rows),
  }
  const stream = writeXlsx({ madeAt: new Date(0), sheets: [sheet] })
  return Buffer.concat(await Effect.runPromise(Stream.runCollect(stream)))
}

/** A request that sends a workbook as it is. */
export const sendingWorkbook = (body: Buffer<ArrayBuffer>): RequestInit => ({
  method: "POST",
  headers: { "content-type": xlsx },
  body,
})

/** The table that is in an answer: its header, and its rows. */
export const tableIn = async (response: Response): Promise<ReadonlyArray<ReadonlyArray<string>>> => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  return Effect.gen(function* () {
    const sheet = yield* readSheetFile(Stream.make(bytes), {
      recognise: (header) => header.length,
      limits: defaultLimits,
    })
    const rows = yield* Stream.runCollect(sheet.rows)
    return [sheet.header, ...rows.map(({ cells }) => cells)]
  }).pipe(Effect.scoped, Effect.runPromise)
}

/** The text of each part of the workbook in an answer. */
export const partsIn = async (response: Response): Promise<Readonly<Record<string, string>>> => {
  const entries = [...zipDirectory(Buffer.from(await response.arrayBuffer()), 100).values()]
  return Object.fromEntries(
    entries.map(({ name, compressed }) => [name, inflateRawSync(compressed).toString()]),
  )
}
