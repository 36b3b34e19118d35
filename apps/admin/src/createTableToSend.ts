import { idempotencyKey } from "@muster/client/idempotencyKey"
import type { FileToSend } from "@muster/client/imports"
import type { ImportMode } from "@muster/domain/model/Import"
import { t } from "./i18n/language.ts"
import type { TableHandle } from "./parts/NewTable.tsx"

/**
 * The table being written, as a file to be sent. Sending it again as it is, after an answer was lost, makes no
 * second import; once anything in it was changed, it is another one.
 */
export const createTableToSend = () => {
  let handle: TableHandle | null = null
  let sent = { of: "", name: "", key: "" }
  return {
    take: (given: TableHandle) => void (handle = given),
    /** It was sent, and need not be kept. */
    sent: async () => handle?.sent(),
    /** The file; null while nothing is written. */
    read: async (mode: ImportMode): Promise<FileToSend | null> => {
      const file = (await handle?.file()) ?? null
      if (file === null) return null
      const of = `${mode} ${file.version}`
      if (sent.of !== of) sent = { of, name: fileName(new Date()), key: idempotencyKey() }
      return { name: sent.name, bytes: file.bytes, key: sent.key }
    },
  }
}

/** What the table is called among the imports: by the moment at which it was sent, such as `Table 2026-11-26 17.05.csv`. */
const fileName = (moment: Date): string => {
  const written = moment.toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "short" })
  return t("ways.fileName", written.replace(":", "."))
}
