import { Busboy, type BusboyInstance } from "@fastify/busboy"
import type { ImportOptions } from "@muster/domain/model/Import"
import { Effect } from "effect"
import { invalid } from "./expectations.ts"
import type { RequestBody } from "./RequestBody.ts"
import { RequestRefused } from "./RequestRefused.ts"

/** What a form may choose, each with the values it may choose from. */
export type FormChoices = { readonly [Name in keyof ImportOptions]: ReadonlyArray<ImportOptions[Name]> }

/** More than a form with one file and its fields has, so that one too many is seen as such. */
const limits = {
  files: 1,
  fields: 2,
  parts: 4,
  fieldSize: 64,
  headerPairs: 16,
  headerSize: 8 * 1024,
}

/**
 * Reads `multipart/form-data` (RFC 7578) piece by piece: one part `file`, and before or after it at most one
 * field for each choice. The file ends when the whole form has ended as it should, so that what follows it is
 * known to be right before anything is made of it. Memory holds one piece.
 */
export class FormReader {
  /** As the client calls the file; null until the part `file` has begun, or when it has no name. */
  fileName: string | null = null
  /** What the fields choose, as far as they have come. */
  options: Partial<ImportOptions> = {}

  private begun = false
  private ended = false
  private refusal: RequestRefused | null = null
  private pieces: Array<Uint8Array> = []

  private readonly body: RequestBody
  private readonly parser: BusboyInstance

  /** Fails with `request.malformed` when the Content-Type names no boundary. */
  static open(
    request: Request,
    body: RequestBody,
    choices: FormChoices,
  ): Effect.Effect<FormReader, RequestRefused> {
    return Effect.try({
      try: () => new FormReader(request.headers.get("content-type") ?? "", body, choices),
      catch: () => malformed,
    })
  }

  private constructor(contentType: string, body: RequestBody, choices: FormChoices) {
    this.body = body
    this.parser = new Busboy({
      headers: { "content-type": contentType },
      limits,
      isPartAFile: (name, _, fileName) => name === "file" || fileName !== undefined,
    })
    this.parser.on("file", (name, file, fileName) => {
      this.begun = true
      this.fileName = fileName ?? null
      if (name !== "file") this.refusal ??= wrongForm
      file.on("data", (piece: Uint8Array) => void this.pieces.push(piece))
      file.on("error", () => void (this.refusal ??= malformed))
    })
    this.parser.on("field", (name, value, _, cut) => {
      const allowed: ReadonlyArray<string> | undefined = Object.hasOwn(choices, name)
        ? choices[name as keyof FormChoices]
        : undefined
      if (allowed === undefined || Object.hasOwn(this.options, name)) this.refusal ??= wrongForm
      else if (cut || !allowed.includes(value))
        this.refusal ??= invalid({ in: "form", pointer: `/${name}`, expected: allowed.join(" | ") })
      this.options = { ...this.options, [name]: value }
    })
    this.parser.on("partsLimit", () => void (this.refusal ??= wrongForm))
    this.parser.on("filesLimit", () => void (this.refusal ??= wrongForm))
    this.parser.on("fieldsLimit", () => void (this.refusal ??= wrongForm))
    this.parser.on("error", () => void (this.refusal ??= malformed))
    this.parser.on("finish", () => void (this.ended = true))
  }

  /** Reads as far as the file's beginning. */
  readonly toFile: Effect.Effect<void, RequestRefused> = Effect.suspend(() => {
    if (this.refusal) return Effect.fail(this.refusal)
    if (this.begun) return Effect.void
    return this.ended ? Effect.fail(wrongForm) : Effect.flatMap(this.readOn, () => this.toFile)
  })

  /** The next bytes of the file, null when file and form have ended. */
  readonly next: Effect.Effect<Uint8Array | null, RequestRefused> = Effect.suspend(() => {
    if (this.refusal) return Effect.fail(this.refusal)
    const piece = this.pieces.shift()
    if (piece !== undefined) return Effect.succeed(piece)
    return this.ended ? Effect.succeed(null) : Effect.flatMap(this.readOn, () => this.next)
  })

  private readonly readOn: Effect.Effect<void, RequestRefused> = Effect.suspend(() =>
    Effect.flatMap(this.body.next, (bytes) => this.feed(bytes)),
  )

  /** Gives the parser the bytes, or the end. It may answer by an error alone, so either is waited for. */
  private feed(bytes: Uint8Array | null): Effect.Effect<void> {
    return Effect.callback((resume) => {
      const done = () => {
        this.parser.off("error", done).off("finish", done)
        resume(Effect.void)
      }
      this.parser.once("error", done)
      if (bytes === null) this.parser.once("finish", done).end()
      else this.parser.write(bytes, done)
    })
  }
}

const malformed = new RequestRefused({ code: "request.malformed" })
const wrongForm = new RequestRefused({ code: "request.form_invalid" })
