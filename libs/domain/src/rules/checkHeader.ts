import type { ImportMode } from "../model/Import.ts"
import type { Issue } from "../model/Issue.ts"
import type { RecognisedHeader } from "../rows/recogniseHeader.ts"
import type { HeaderRule } from "./HeaderRule.ts"
import { ColumnsOccurOnce } from "./header/ColumnsOccurOnce.ts"
import { NoColumnIsPrivileged } from "./header/NoColumnIsPrivileged.ts"
import { RequiredColumnsAreThere } from "./header/RequiredColumnsAreThere.ts"
import { UnknownColumnsAreNamed } from "./header/UnknownColumnsAreNamed.ts"

const headerRules: ReadonlyArray<HeaderRule> = [
  RequiredColumnsAreThere,
  ColumnsOccurOnce,
  NoColumnIsPrivileged,
  UnknownColumnsAreNamed,
]

/** Every issue of a file's header, under the rules of both kinds of file; an `error` refuses the file. */
export const checkHeader = (header: RecognisedHeader, mode: ImportMode): ReadonlyArray<Issue> =>
  headerRules.flatMap((rule) => rule(header, mode))
