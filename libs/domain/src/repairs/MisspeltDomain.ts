import { editDistance } from "../rows/editDistance.ts"
import { mailServices, misspeltEnds, otherDomains } from "./mailDomains.ts"
import type { Repair } from "./Repair.ts"

/**
 * The domain of a well-known mail service with one letter too many, missing, wrong or swapped after the first, or
 * with an end that there is not: `gmial.com`, `hotmal.se`, `outlook.con`. An address that somebody on the platform
 * has is right.
 */
export const MisspeltDomain: Repair = {
  kind: "misspeltDomain",
  columns: ["email"],
  inPlainText: true,
  propose: ({ text }, { isSomebodys }) => {
    const at = text.lastIndexOf("@")
    if (at < 1) return null
    const domain = text.slice(at + 1).toLowerCase()
    const meant = meantBy(domain)
    if (meant === null || isSomebodys(text)) return null
    return { to: `${text.slice(0, at)}@${meant}`, evidence: [domain, meant] }
  },
}

const meantBy = (domain: string): string | null => {
  const end = domain.slice(domain.lastIndexOf(".") + 1)
  const ended = `${domain.slice(0, domain.length - end.length)}${misspeltEnds.get(end) ?? end}`
  const dot = ended.indexOf(".")
  const [name, rest] = [ended.slice(0, dot), ended.slice(dot + 1)]
  const service = otherDomains.has(ended) || mailServices.has(name) ? null : serviceNear(name, rest)
  const meant = service === null ? ended : `${service}.${rest}`
  return dot < 1 || meant === domain ? null : meant
}

const byFirstLetter = Map.groupBy(mailServices.keys(), (service) => service.charAt(0))

const serviceNear = (name: string, rest: string): string | null => {
  for (const service of byFirstLetter.get(name.charAt(0)) ?? [])
    if (mailServices.get(service)?.includes(rest) && isOneOff(name, service)) return service
  return null
}

const isOneOff = (name: string, service: string): boolean => {
  const longer = Math.max(name.length, service.length)
  return longer - Math.min(name.length, service.length) <= 1 && editDistance(name, service) * longer < 1.5
}
