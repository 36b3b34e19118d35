import { once } from "node:events"
import { parentPort, workerData } from "node:worker_threads"
import { compoundFileFault, isCompoundFile } from "./compoundFile.ts"
import { readLists } from "./readLists.ts"
import { sheetBeginnings } from "./sheetBeginnings.ts"
import { TableRows } from "./TableRows.ts"
import { openWorkbook } from "./Workbook.ts"
import { XlsxFault } from "./XlsxFault.ts"
import type { TablePlace, XlsxMessage, XlsxTask } from "./XlsxMessage.ts"

// Reads one file in a thread of its own and ends. It goes on only when what it told was taken, so that it never holds
// more than that, and imports nothing but what reading needs: a thread starts for every file.
const port = parentPort!

const tell = (message: XlsxMessage) => port.postMessage(message)

const tellAndWait = async (message: XlsxMessage): Promise<unknown> => {
  tell(message)
  const [answer] = (await once(port, "message")) as [unknown]
  return answer
}

const read = async ({ file, limits }: XlsxTask): Promise<void> => {
  const bytes = Buffer.from(file)
  if (isCompoundFile(bytes)) throw compoundFileFault(bytes)
  const workbook = await openWorkbook(bytes, limits)
  const shown = workbook.sheets.filter(({ hidden }) => !hidden)
  const sheets = await sheetBeginnings(workbook, shown, limits)
  const lists = await readLists(workbook, limits)
  const place = (await tellAndWait({ tell: "sheets", sheets, lists })) as TablePlace
  const table = new TableRows(workbook, shown[place.sheet]!.part, place, limits)
  for await (const rows of table.read()) await tellAndWait({ tell: "rows", rows })
  tell({ tell: "end", warnings: table.warnings() })
}

try {
  await read(workerData as XlsxTask)
} catch (cause) {
  if (!(cause instanceof XlsxFault)) throw cause
  tell({ tell: "fault", finding: cause.finding })
}
port.close()
