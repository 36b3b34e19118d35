import { open, readFile, rename } from "node:fs/promises"
import { join } from "node:path"
import { Redacted } from "effect"

/** The kept password of the role `muster`, or undefined if there is none (yet, or the file was removed). */
export const readPassword = async (dataDir: string): Promise<Redacted.Redacted<string> | undefined> => {
  try {
    const text = (await readFile(join(dataDir, "password"), "utf8")).trim()
    return text === "" ? undefined : Redacted.make(text)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw cause
  }
}

/** Keeps the password in `<dataDir>/password`, mode 0600, whole or not at all. */
export const keepPassword = async (dataDir: string, password: Redacted.Redacted<string>): Promise<void> => {
  const file = join(dataDir, "password")
  const handle = await open(`${file}.new`, "w", 0o600)
  try {
    await handle.writeFile(Redacted.value(password))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
}
