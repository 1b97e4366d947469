import LintCore
import LintText

/// The votes of a text's words for the language of its page, where none votes for another.
///
/// Nearly all sentences are such. `LanguageVotes`, which gives the same counts for these, takes three
/// times as many instructions to say what each word is.
struct OwnVotes {
  private(set) var count = 0
  /// Words in lower case in Latin letters.
  private var latin = 0
  /// Words of this language and of no other. After three of them, what follows does not matter.
  private var certain = 0

  /// Whether it is worth to ask in which language the words are.
  var isSuspect: Bool { count == 0 && latin >= 3 }

  /// `nil` where a word may vote for another language.
  init?(_ prose: Span<UInt8>, language: Int, _ languages: borrowing Languages) {
    var index = 0
    while let word = languages.nextWord(prose, &index) {
      let votes = word.functionOf.isEmpty ? word.lettersOf : word.functionOf
      if votes.contains(language) {
        count += 1
        if !word.functionOf.isEmpty || votes == LanguageSet(language) {
          certain += 1
          if certain == 3 { return }
        }
      } else if !votes.isEmpty {
        return nil
      } else if word.isLatin, !word.isCapitalized {
        latin += 1
      }
    }
  }
}
