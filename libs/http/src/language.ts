import { Language } from "@muster/domain/model/Language"
import { Schema } from "effect"

const isLanguage = Schema.is(Language)

/**
 * The language to answer in: `?language=` where it names one, else the one that `Accept-Language` weighs
 * highest (RFC 9110, 12.5.4; a regional tag such as `sv-FI` counts as its language), else English.
 */
export const languageOf = (request: Request): Language => {
  const named = new URL(request.url).searchParams.get("language")
  return isLanguage(named) ? named : acceptedLanguage(request.headers.get("accept-language") ?? "")
}

const acceptedLanguage = (header: string): Language => {
  const ranges = header.split(",", 32).flatMap((range) => {
    const [tag = "", ...parameters] = range.split(";").map((part) => part.trim())
    const language = tag === "*" ? "en" : tag.split("-", 1)[0]?.toLowerCase()
    return isLanguage(language) ? [{ language, weight: weightOf(parameters) }] : []
  })
  const best = Math.max(...ranges.map(({ weight }) => weight))
  return ranges.find(({ weight }) => weight === best && weight > 0)?.language ?? "en"
}

const weightOf = (parameters: ReadonlyArray<string>): number => {
  const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2)
  return quality === undefined ? 1 : Number(quality) || 0
}
