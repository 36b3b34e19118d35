const firsts =
  "Åsa Björn Çelik Dörte Elin Farid Göran Hanna Ida José Łukasz Maja Nguyễn Örjan Petra Zoë Anna Erik Karin Lars Maria Mikael Sara Johan Emma Ahmed Fatima Ivan Olga Wei Yuki Carlos Lucía Pierre Chloé Hans Greta Aino Matti Sigríður".split(
    " ",
  )
const stems =
  "Berg Lund Sjö Ek Lind Gran Ros Ström Dal Holm Ny Sand Sten Väst Öst Nord Söder Hägg Björk Asp Ahl Blom Fors Hall Kull Mark Rönn Stål Torn Vik Wall Åker Älv Ög Kron Silver Gyllen Rutger Adler Falk".split(
    " ",
  )
const endings =
  "ström gren kvist qvist lund man berg dahl holm blad feldt stedt sson ell in ius ér mark gård vall skog by fors rot lind hjelm sköld stjärna strand wall".split(
    " ",
  )

/** A spreader of numbers (32 bits, after Murmur's finaliser): neighbours share nothing. */
const spread = (seed: number): number => {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

const pick = (names: ReadonlyArray<string>, at: number): string => names[at % names.length] ?? ""

/** One of an endless row of people, the same at every call; 48,000 names, and an address each of their own. */
export const personAt = (at: number) => {
  const chance = spread(at + 1)
  const firstName = pick(firsts, chance)
  const lastName = `${pick(stems, chance >>> 6)}${pick(endings, chance >>> 12)}`
  const plain = `${firstName}.${lastName}`.normalize("NFKD").replace(/[^a-zA-Z.]/g, "")
  return {
    email: `${plain.toLowerCase()}.${at.toString(36)}@${pick(["northvik", "solberg", "acme", "kommun"], chance >>> 18)}.example`,
    firstName,
    lastName,
    phone: `+46 70 ${String(1_000_000 + (chance % 8_999_999))}`,
  }
}
