import type { ImportOptions } from "@muster/domain/model/Import"
import { Effect, type Stream } from "effect"
import { createHash } from "node:crypto"
import { bodyCodes, takes, type BodyKind, type OpenBody } from "./BodyKind.ts"
import { FormReader, type FormChoices } from "./FormReader.ts"
import { fileCodes } from "./issueCodes.ts"
import { RequestBody, streamOf } from "./RequestBody.ts"
import { RequestRefused } from "./RequestRefused.ts"
import { xlsxType } from "./xlsxType.ts"

/** A file on its way in. */
export interface Upload {
  /** As the form calls it, null where it does not. */
  readonly fileName: string | null
  /** Read once; ends when all of the request has come and is in order. */
  readonly bytes: Stream.Stream<Uint8Array, RequestRefused>
  /** What the form chooses; the last word is known when `bytes` has ended. */
  readonly options: () => Partial<ImportOptions>
}

/** What a form may add to the bytes of its file. */
const formOverhead = 64 * 1024

/** What a raw body may be said to be; what it is, its content tells. */
const rawTypes = ["text/csv", "text/plain", xlsxType, "application/octet-stream"]

/**
 * A file as the body itself or as the part `file` of a form, streamed: CSV or XLSX by what is in it, whatever it
 * is called. At most `maxBytes` are taken, and a little more, so that whoever reads the file sees it is too large.
 * `choices` are those the form has; `example` is told to who reads about the call.
 */
export const uploadBody = (maxBytes: number, choices: FormChoices, example: string): BodyKind<Upload> => ({
  content: {
    "multipart/form-data": {
      json: {
        type: "object",
        properties: {
          file: { type: "string", format: "binary" },
          invalidRows: { type: "string", enum: choices.invalidRows },
          mode: { type: "string", enum: choices.mode },
        },
        required: ["file"],
        additionalProperties: false,
      },
    },
    "text/csv": { json: { type: "string" }, example },
    "text/plain": { json: { type: "string" }, example },
    [xlsxType]: { json: { type: "string", format: "binary" } },
    "application/octet-stream": { json: { type: "string", format: "binary" } },
  },
  codes: [
    ...bodyCodes,
    "request.form_invalid",
    "request.media_type_unsupported",
    "request.invalid",
    ...fileCodes,
  ],
  open: (request) => {
    const body = new RequestBody(request, maxBytes + formOverhead)
    if (takes(request, rawTypes)) return Effect.succeed(openFile(body, body.next, null))
    const form = takes(request, ["multipart/form-data"])
      ? FormReader.open(request, body, choices)
      : Effect.fail(new RequestRefused({ code: "request.media_type_unsupported" }))
    return form.pipe(
      Effect.map((one) => openFile(body, one.next, one)),
      Effect.tapError(() => body.drop),
    )
  },
})

const openFile = (
  body: RequestBody,
  next: Effect.Effect<Uint8Array | null, RequestRefused>,
  form: FormReader | null,
): OpenBody<Upload> => {
  const hash = createHash("sha256")
  const hashed = Effect.tap(next, (bytes) => Effect.sync(() => bytes && hash.update(bytes)))
  const rest: Effect.Effect<void, RequestRefused> = Effect.flatMap(hashed, (bytes) =>
    bytes === null ? Effect.void : rest,
  )
  return {
    value: Effect.map(form?.toFile ?? Effect.void, () => ({
      fileName: form?.fileName ?? null,
      bytes: streamOf(hashed),
      options: () => form?.options ?? {},
    })),
    digest: rest.pipe(
      Effect.tapError(() => body.drop),
      Effect.map(() =>
        hash
          .update(JSON.stringify([form?.fileName, form?.options.invalidRows, form?.options.mode]))
          .digest("hex"),
      ),
    ),
  }
}
