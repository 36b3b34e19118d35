const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
/** What no domain name holds and a URL parser would read as something else. */
const notInDomain = /[\s/\\?#@:[\]%<>^|"'`{}]/

/**
 * A domain name in its ASCII form (UTS 46, by the URL parser that browsers and Node share), lower case; null
 * when it is none: fewer than two labels, a label that is empty, over 63 octets or edged by a hyphen, an
 * address literal, a port, an all-numeric last label, a trailing dot.
 */
export const domainToAscii = (domain: string): string | null => {
  if (usual.test(domain)) return domain.toLowerCase()
  if (domain === "" || domain.length > 255 || notInDomain.test(domain)) return null
  const ascii = hostOf(domain)
  if (ascii === null || ascii.length > 253) return null
  const labels = ascii.split(".")
  return labels.length >= 2 && labels.every((one) => label.test(one)) && /[a-z]/.test(labels.at(-1) ?? "")
    ? ascii
    : null
}

/** Nearly all domains: labels of at most 32 letters, digits and single hyphens, the last one of letters. */
const usual = /^(?=.{4,100}$)(?:[a-z0-9](?:-?[a-z0-9]){0,15}\.)+[a-z]{2,16}$/i

const plain = /^[A-Za-z0-9.-]+$/

const hostOf = (domain: string): string | null => {
  if (plain.test(domain) && !/(^|\.)xn--/i.test(domain)) return domain.toLowerCase()
  return URL.canParse(`http://${domain}/`) ? new URL(`http://${domain}/`).hostname : null
}
