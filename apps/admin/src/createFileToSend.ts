import { createSignal } from "solid-js"
import { idempotencyKey } from "@muster/client/idempotencyKey"
import type { FileToSend } from "@muster/client/imports"

/** The file was edited after it was chosen; the browser no longer hands out what it was. */
export class FileChanged extends Error {}

/**
 * The file chosen to be sent. Choosing the same one again, edited or not, is a new choice. Its bytes are read
 * when it is sent, so that what is sent is what lies on the disk; sending the same choice again, after an
 * answer was lost, makes no second import.
 */
export const createFileToSend = () => {
  const [chosen, setChosen] = createSignal<{ readonly file: File; readonly key: string } | null>(null, {
    equals: false,
  })
  return {
    file: () => chosen()?.file ?? null,
    choose: (file: File | null) => setChosen(file && { file, key: idempotencyKey() }),
    /** The same file is to be read in another way: that is another import. */
    anew: () => setChosen((one) => one && { ...one, key: idempotencyKey() }),
    /** Reads the chosen file; fails with `FileChanged` if it has changed since it was chosen. */
    read: async (): Promise<(FileToSend & { readonly bytes: ArrayBuffer }) | null> => {
      const one = chosen()
      if (one === null) return null
      const bytes = await one.file.arrayBuffer().catch((cause: unknown) => {
        throw new FileChanged(one.file.name, { cause })
      })
      return { name: one.file.name, bytes, key: one.key }
    },
  }
}
