/**
 * The characters of the bytes 80 to FF in the code pages that text in UTF-8 gets misread as: by Windows, by Excel
 * on a Mac, and by the command lines of Windows (the Unicode consortium's CP1252, ROMAN, CP437 and CP850).
 * U+0000 where nothing is assigned.
 */
export interface CodePage {
  readonly characters: string
  /** What two characters begin a misread letter: those of a byte that begins one in UTF-8, and of one that goes on. */
  readonly sign: RegExp
}

const codePage = (characters: string, first: string): CodePage => ({
  characters,
  sign: new RegExp(`[${first}][${characters.slice(0, 0x40)}\u0080-\u009f]`),
})

const windows1252 = codePage(
  "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ" +
    "\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿" +
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
  "\u00c2-\u00f4",
)

const macRoman = codePage(
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
    "¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
  "√ƒ≈",
)

const dos437 = codePage(
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  "├─┼",
)

const dos850 = codePage(
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  "├─┼",
)

/** The likeliest first. Of those of other systems only what begins the letters of Latin languages is told. */
export const codePages: ReadonlyArray<CodePage> = [windows1252, macRoman, dos437, dos850]
