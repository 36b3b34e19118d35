import { Schema } from "effect"
import { InputError } from "./problem.ts"
import { problemTexts } from "./problemTexts.ts"

/** The request itself cannot be taken as it is, whatever it asks for. */
export class RequestRefused extends Schema.TaggedError<RequestRefused>()("RequestRefused", {
  code: Schema.Literals([
    "request.malformed",
    "request.form_invalid",
    "request.too_large",
    "request.too_slow",
    "request.digest_mismatch",
    "request.media_type_unsupported",
    "request.invalid",
    "request.too_many",
    "server.busy",
    "sign_in.wrong",
    "sign_in.code_needed",
    "sign_in.code_wrong",
    "password.wrong",
    "code.wrong",
    "sign_in.too_many",
    "sign_in.not_recent",
    "sign_in.no_provider",
    "sign_in.provider_unavailable",
  ]),
  /** Seconds after which to try again. */
  retryAfter: Schema.optionalKey(Schema.Int),
  errors: Schema.optionalKey(Schema.Array(InputError)),
}) {
  override get message() {
    return problemTexts[this.code].en[1]
  }
}
