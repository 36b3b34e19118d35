import type { IssueCode } from "@muster/domain/model/Issue"
import type { ProblemCode } from "./problem.ts"

/** The codes with which a whole file is refused before anything of it is kept. */
export const fileCodes = [
  "file.empty",
  "file.no_rows",
  "file.too_many_rows",
  "file.too_many_columns",
  "file.too_large",
  "file.encoding_unknown",
  "file.type_mismatch",
  "file.format_unsupported",
  "file.encrypted",
  "file.macros",
  "file.damaged",
  "file.unsafe",
  "file.too_complex",
  "file.wrong_template",
  "header.missing",
  "header.duplicate",
  "header.forbidden",
  "csv.quote_not_closed",
  "csv.quote_misplaced",
  "cell.too_long",
  "row.too_long",
] as const satisfies ReadonlyArray<IssueCode>

/** The codes with which a person described by hand is refused. */
export const personCodes = [
  "cell.required",
  "cell.too_long",
  "cell.control_character",
  "cell.invalid_unicode",
  "cell.digits_lost",
  "email.invalid",
  "email.non_ascii_local",
  "email.taken",
  "username.invalid",
  "username.taken",
  "phone.invalid",
  "language_code.invalid",
] as const satisfies ReadonlyArray<IssueCode>

/** The codes with which an access described by hand is refused. */
export const accessCodes = [
  "cell.required",
  "cell.too_long",
  "cell.control_character",
  "cell.invalid_unicode",
  "cell.digits_lost",
  "email.invalid",
  "email.non_ascii_local",
  "user.not_in_platform",
  "user.inactive",
  "user.deleted",
  "department.unknown",
  "department.closed",
  "group.unknown",
  "group.ambiguous",
  "group.not_grantable",
  "access.already_granted",
  "access.differs",
] as const satisfies ReadonlyArray<IssueCode>

/** The codes with which a password is refused. */
export const passwordCodes = [
  "password.too_short",
  "password.too_long",
  "password.common",
  "password.personal",
] as const satisfies ReadonlyArray<ProblemCode>
