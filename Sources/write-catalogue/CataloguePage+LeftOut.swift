extension CataloguePage {
  /// What pages have that no rule reports, and why.
  static let leftOut = """

    ## What was left out

    These stand on real pages and no rule reports them, since the source proves no fault or since nine in ten
    could not be reached:

    - **Bold type or a link that takes in a comma** (`**Save**, then`, `**Salva,** poi`): the reader sees the
      same words, and where bold type ends is for the sentence to say. Where it ends so that its marks show,
      `broken-emphasis` reports it.
    - **Bold type that has moved off a name** onto a word beside it: the name is still there to read, and a
      translation may stress another word. `lost-emphasis` counts the passages.
    - **A dash that lost one of its spaces** (`x - Gary`, `x -Gary`): languages differ in the spaces around
      dashes, and a hyphen before a word is an option. Packs of typography look at dashes.
    - **A name of several words with a capital each that was parted** (`LidSensor`, `Lid Sensor`): products are
      written both ways. Dotted names, file names and names with signs are reported.
    - **An option with a slash among plain words** (`hive /quiet`): so do two words stand side by side
      (`proof /draft`). In code, quotes or bold type, or with a value behind a colon, it is reported.
    - **A word in one pair of braces** (`{name}`): it is as often for the reader to fill in, in their language,
      as for a program. Digits in braces, two braces and `${name}` are reported.
    - **A letter that stands twice** (`в в`, `a a`): lists and headings have single letters in a row.
    - **Words twice where a language says them so**: `doubled-word` is silent in languages that repeat words
      for emphasis or number, and in those whose grammar nobody has listed yet.
    - **Quotation marks of the language around a value behind an option** (`-Name «x»`): the same marks stand
      around words of the sentence. The packs of typography ask for them there.
    - **Labels of keys** (`<kbd>Shift</kbd>`): keyboards are labelled in their language; of keys only Win, F1 to
      F24 and single letters and digits are compared.
    - **Case of a word that is a name and a word** (`MAPI` as `Mapi`): only letters that change the case within
      a word (`MapI`) are reported.

    """
}
