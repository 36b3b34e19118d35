import { declaration } from "./xmlEscape.ts"

/** The styles of cells, by their number in `stylesText`. All but the first have the number format "text". */
export const style = { text: 1, header: 2, error: 3, warning: 4, title: 5 } as const

const fill = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`

const format = (font: number, fillId: number, numFmtId = 49) =>
  `<xf numFmtId="${numFmtId}" fontId="${font}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"/></xf>`

const font = (...of: ReadonlyArray<string>) =>
  `<font>${of.join("")}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`

/** The part `xl/styles.xml` (ECMA-376 part 1, 18.8). */
export const stylesText =
  `${declaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
  `<fonts count="2">${font()}${font("<b/>")}</fonts>` +
  `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  `${fill("FFE3E8EF")}${fill("FFFBD5D5")}${fill("FFFFF0C2")}</fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="6">${format(0, 0, 0)}${format(0, 0)}${format(1, 2)}${format(0, 3)}${format(0, 4)}${format(1, 0)}</cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
