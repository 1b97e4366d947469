internal import CScan
import LintCore
import LintText

/// The votes of a text's words for the language of its page, where none votes for another.
///
/// Nearly all sentences are such. `LanguageVotes`, which gives the same counts for these, takes several
/// times as many instructions to say what each word is.
struct OwnVotes {
  let count: Int
  /// Words in lower case in Latin letters that vote for no language.
  private let latin: Int

  /// Whether it is worth to ask in which language the words are.
  var isSuspect: Bool { count == 0 && latin >= 3 }

  /// `nil` where a word may vote for another language.
  init?(_ prose: Span<UInt8>, language: Int, _ languages: borrowing Languages) {
    let votes = languages.votes(of: prose, for: language)
    guard votes.has_others == 0 else { return nil }
    count = votes.own
    latin = votes.latin
  }
}
