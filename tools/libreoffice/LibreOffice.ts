import { execFile, execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, extname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"

const run = promisify(execFile)

/** A LibreOffice without windows, as somebody has it who works in this locale (such as `sv-SE`). */
export class LibreOffice {
  private readonly folder: string

  constructor(locale: string) {
    this.folder = mkdtempSync(join(tmpdir(), "muster-libreoffice-"))
    mkdirSync(join(this.folder, "profile/user"), { recursive: true })
    writeFileSync(join(this.folder, "profile/user/registrymodifications.xcu"), settings(locale))
  }

  /** What it calls itself; throws where there is none on the path. */
  static version(): string {
    return execFileSync("soffice", ["--version"], { encoding: "utf8" }).trim()
  }

  /** Opens the file and saves it as another kind: an extension, or that with a filter and its options. */
  async convert(name: string, bytes: Uint8Array, to: string): Promise<Buffer> {
    const [input, output] = [join(this.folder, name), join(this.folder, "out")]
    writeFileSync(input, bytes)
    rmSync(output, { recursive: true, force: true })
    await run(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(join(this.folder, "profile"))}`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        output,
        input,
      ],
      { timeout: 600_000 },
    )
    const [extension = to] = to.split(":")
    return readFileSync(join(output, `${basename(name, extname(name))}.${extension}`))
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const settings = (locale: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse"><value>${locale.slice(0, 2)}</value></prop></item>
</oor:items>
`
