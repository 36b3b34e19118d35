/**
 * What spreadsheets call the months, whole or short, in English, Swedish, Norwegian, Danish, Finnish, German, Dutch,
 * French, Spanish and Italian; without accents, and `juil` for July, since `jui` could be either.
 */
export const monthNames: ReadonlyArray<string> = [
  "jan januari january januar janvier janv ene enero gen gennaio tammi tammikuu tammik janner jaan",
  "feb februari february februar fev fevr fevrier febrero febbraio helmi helmikuu helmik",
  "mar mars march mrz marz maerz maart mrt marzo maalis maaliskuu maalisk",
  "apr april avr avril abr abril aprile huhti huhtikuu huhtik",
  "maj may mai mei mayo mag maggio touko toukokuu toukok",
  "jun juni june juin junio giu giugno kesa kesakuu kesak",
  "jul juli july juil juillet julio lug luglio heina heinakuu heinak",
  "aug augusti august augustus aout ago agosto elo elokuu elok",
  "sep sept september septembre septiembre settembre set syys syyskuu syysk",
  "okt oct oktober october octobre octubre ott ottobre loka lokakuu lokak",
  "nov november novembre noviembre marras marraskuu marrask",
  "dec dez dic december dezember decembre diciembre dicembre des desember joulu joulukuu jouluk",
]
