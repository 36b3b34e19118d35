import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cleanEmail, cleanText } from "../../src/model/cleanText.ts"
import { domainToAscii } from "../../src/model/domainToAscii.ts"
import { emailFault } from "../../src/model/emailFault.ts"
import { emailKey } from "../../src/model/emailKey.ts"
import { usernameKey } from "../../src/model/usernameKey.ts"

describe("an e-mail's canonical key", () => {
  it.each([
    ["Ann@X.org", "ann@x.ORG"],
    ["ann@bücher.example", "ann@xn--bcher-kva.example"],
    ["ann@BÜCHER.example", "ann@bücher.example"],
    ["ann@ｅxample.org", "ann@example.org"],
  ])("is one for %s and %s", (one, other) => {
    expect(emailKey(one)).not.toBeNull()
    expect(emailKey(one)).toBe(emailKey(other))
  })

  it.each([
    ["ann+a@x.org", "ann@x.org"],
    ["a.nn@x.org", "ann@x.org"],
    ["ann@x.org", "ann@y.org"],
  ])("tells %s from %s", (one, other) => expect(emailKey(one)).not.toBe(emailKey(other)))

  it.each(["mıke@x.org", "\u212aate@x.org", "ᴷate@x.org", "müller@x.org", "ａ@x.org", "ſam@x.org"])(
    "is not made of %s, whose local part is not ASCII",
    (email) => {
      expect(emailKey(email)).toBeNull()
      expect(emailFault(email)).toBe("nonAsciiLocal")
    },
  )

  it("takes the usual domains for what the URL parser takes them for, or for none", () => {
    const label = fc.stringMatching(/^[a-zA-Z0-9-]{1,34}$/)
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const domain = labels.join(".")
        const ascii = domainToAscii(domain)
        if (ascii === null) return
        expect(ascii).toBe(new URL(`http://${domain}/`).hostname)
        for (const one of ascii.split(".")) expect(one).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
      }),
      { numRuns: 2000 },
    )
    expect(domainToAscii("Mail-1.Acme.Example")).toBe("mail-1.acme.example")
  })

  it("keeps to the limits of RFC 5321 exactly, in octets", () => {
    const label = (length: number) => "d".repeat(length)
    expect(emailFault(`${"l".repeat(64)}@x.org`)).toBeNull()
    expect(emailFault(`${"l".repeat(65)}@x.org`)).toBe("localTooLong")
    expect(emailFault(`a@${label(63)}.org`)).toBeNull()
    expect(emailFault(`a@${label(64)}.org`)).toBe("domain")
    const domain = (length: number) => `${label(63)}.${label(63)}.${label(length - 128)}`
    expect(emailFault(`${"l".repeat(63)}@${domain(190)}`)).toBeNull()
    expect(emailFault(`${"l".repeat(64)}@${domain(190)}`)).toBe("tooLong")
  })

  it.each([
    "",
    "a",
    "@x.org",
    "a@",
    "a@b",
    "a@x..org",
    "a@.org",
    "a@x.org.",
    "a@-x.org",
    "a@x-.org",
    "a b@x.org",
    '"a b"@x.org',
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    "a@x.org:80",
    "a@x.org/y",
    ".a@x.org",
    "a.@x.org",
    "a..b@x.org",
    "a@x_y.org",
    "a,b@x.org",
    "<a@x.org>",
    "a@x.org;b@x.org",
    "a@0x7f.1",
    "a@x%2eorg.se",
    "a@x\\y.org",
  ])("is not made of %j", (email) => expect(emailKey(email)).toBeNull())

  it("is a key of itself", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const key = emailKey(email)
        expect(key === null || emailKey(key) === key).toBe(true)
      }),
    )
  })
})

describe("a username's canonical key", () => {
  it.each([
    ["Ann", "ann"],
    ["Ａnn", "ann"],
    ["ﬁnn", "FINN"],
    ["Å", "Å"],
    ["ΣΑΣ", "σας"],
    ["\u212aate", "kate"],
  ])("is one for %s and %s", (one, other) => expect(usernameKey(one)).toBe(usernameKey(other)))

  it("tells dotless from dotted i", () => expect(usernameKey("mıke")).not.toBe(usernameKey("mike")))

  it("is a key of itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
        const key = usernameKey(name)
        expect(key === null || usernameKey(key) === key).toBe(true)
      }),
    )
  })
})

describe("clean text", () => {
  it("is composed and without white space at its ends, non-breaking space included", () => {
    expect(cleanText("\u00a0 \ufeffA\u030asa\u2003")).toBe("Åsa")
  })

  it("does not make ASCII of what looks like it in an address", () => {
    expect(cleanEmail(" \u212aate@x.org")).toBe("\u212aate@x.org")
    expect(cleanText("\u212aate")).toBe("Kate")
    expect(cleanEmail("kate@ra\u0308ksmo\u0308rga\u030as.example\u00a0")).toBe("kate@räksmörgås.example")
  })

  it("keeps half a character for the rules to find", () => expect(cleanText("a\ud800")).toBe("a\ud800"))
})
