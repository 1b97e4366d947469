import LintCore

/// The kinds of localization quality issue of ITS 2.0 as a SARIF taxonomy, so that findings can be
/// counted together with those of other translation tools.
enum SARIFTaxonomy {
  private static let name = "ITS"
  /// Made up once; what refers to the taxonomy does so by this.
  private static let guid = "a5220880-824c-4a0d-89f6-88827058cada"
  private static let url = "https://www.w3.org/TR/its20/"

  /// The taxonomy, with the types that the rules of a run have.
  static func write(_ types: Set<IssueType>, to json: inout JSONWriter) {
    json.array("taxonomies") { json in
      json.object { json in
        json.member("name", name)
        json.member("guid", guid)
        json.member("fullName", "Internationalization Tag Set, Localization Quality Issue types")
        json.member("organization", "W3C")
        json.member("informationUri", "\(url)#lqissue-typevalues")
        json.member("version", "2.0")
        json.member("language", "en-US")
        json.member("isComprehensive", false)
        json.object("shortDescription") { json in
          json.member("text", "What can be wrong with a translation.")
        }
        json.array("taxa") { json in
          for type in IssueType.allCases where types.contains(type) {
            json.object { json in
              json.member("id", type.rawValue)
              json.object("shortDescription") { $0.member("text", type.summary) }
            }
          }
        }
      }
    }
  }

  static func writeSupported(to json: inout JSONWriter) {
    json.array("supportedTaxonomies") { json in json.object(nil, writeReference) }
  }

  /// That a type holds all that a rule finds.
  static func writeRelationship(to type: IssueType, to json: inout JSONWriter) {
    json.array("relationships") { json in
      json.object { json in
        json.object("target") { json in
          json.member("id", type.rawValue)
          json.object("toolComponent", writeReference)
        }
        json.strings("kinds", ["superset"])
      }
    }
  }

  /// By GUID and not by index, which is for extensions of the tool (§ 3.54.4).
  private static func writeReference(_ json: inout JSONWriter) {
    json.member("name", name)
    json.member("guid", guid)
  }
}

extension IssueType {
  /// What ITS 2.0, appendix C, says of the type, in short.
  fileprivate var summary: String {
    switch self {
    case .terminology: "A term is wrong or is not the one agreed on."
    case .mistranslation: "The target does not say what the source says."
    case .omission: "The target lacks something that the source has."
    case .untranslated: "Something that should have been translated was left as it was."
    case .addition: "The target has something that the source lacks."
    case .duplication: "Something stands there twice."
    case .inconsistency: "The same thing is not treated alike."
    case .grammar: "The grammar of the text is wrong."
    case .legal: "The text is a legal problem."
    case .register: "The text is in the wrong register of the language."
    case .localeSpecificContent: "The text has something that does not apply to its locale."
    case .localeViolation: "The text breaks a convention of its locale."
    case .style: "The style of the text is wrong."
    case .characters: "Characters are garbled, wrong or not allowed."
    case .misspelling: "A word is misspelled."
    case .typographical: "Punctuation, capitals or the like are wrong."
    case .formatting: "The text is formatted wrongly."
    case .inconsistentEntities: "Names, places or other entities differ between source and target."
    case .numbers: "Numbers differ between source and target."
    case .markup: "The markup of the target is wrong or differs from that of the source."
    case .patternProblem: "The text does not match a pattern that it must match."
    case .whitespace: "White space differs between source and target."
    case .internationalization: "The source makes the translation difficult."
    case .length: "The target is much longer or shorter than it should be."
    case .nonConformance: "The text does not conform to a standard or to its training texts."
    case .uncategorized: "An issue that has not been put into a category."
    case .other: "An issue of none of the other kinds."
    }
  }
}
