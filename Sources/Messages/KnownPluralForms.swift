package import LintText

/// The ways to count that headers of PO files have for a language: CLDR's, those of the gettext manual ("Plural forms"),
/// and others that were handed on for years and are understood.
package enum KnownPluralForms {
  /// Whether an expression puts numbers together as one of a language's does, in whatever order its forms are.
  ///
  /// - Returns: `nil` for a language of which nothing is known.
  package static func have(_ forms: PluralForms, _ locale: LocaleTag) -> Bool? {
    guard let expression = PluralRules.expression(locale) else { return nil }
    let wanted = forms.groups
    let known = PluralForms(expression)
    if known.groups == wanted || known.withoutMillions.groups == wanted { return true }
    let language = " " + locale.canonical.language + " "
    return others.contains { other in
      other.languages.utf8Span.span.contains(language.utf8Span.span)
        && PluralExpression(other.expression.utf8Span.span).map {
          PluralForms($0).groups == wanted
        } ?? false
    }
  }

  /// Besides CLDR's. Left out is what is known for a language but wrong, such as `n != 1` for French.
  private static let others: [(languages: String, expression: String)] = [
    (
      """
       ak am as bho bm bn fa ff fil gu hi hy id ig is jv kab kn ln lkt mg mk mt nso pa pcm pt sg si so tg ti \
      vi wa wo yo zu br tzm cy gv kw se smn iu ksh ceb kok ku su\u{20}
      """, "n!=1"
    ),
    (
      """
       az fil ku mi oc tg tk tr uz br fa ky kk ug pt ceb hy kab ff si zu am hi bn gu kn\u{20}
      """, "n>1"
    ),
    (" az fa hu vi ka kk ky mn tg tk tr tt ug uz kn so fil\u{20}", "0"),
    (" jv ", "n!=0"),
    (" pt ", "n==1?0:n!=0&&n%1000000==0?1:2"),
    (" ar ", "n==0?0:n==1?1:n==2?2:n>=3&&n<=10?3:n>=11&&n<=99?4:5"),
    (" ar ", "n==1?0:n==2?1:n>=3&&n<=10?2:3"),
    (" ar ", "n==1?0:n==2?1:2"),
    (" be bs hr ru sr uk ", "n%10==1&&n%100!=11?0:n%10>=2&&n%10<=4&&(n%100<10||n%100>=20)?1:2"),
    (
      " be bs hr ru sr uk ",
      "n==1?3:n%10==1&&n%100!=11?0:n%10>=2&&n%10<=4&&(n%100<10||n%100>=20)?1:2"
    ),
    (" cs sk ", "n==1?0:n>=2&&n<=4?1:2"),
    (" cy ", "n==1?0:n==2?1:n!=8&&n!=11?2:3"),
    (" cy ", "n==2?1:0"),
    (" ga ", "n==1?0:n==2?1:2"),
    (" ga ", "n==1?0:n==2?1:n<7?2:n<11?3:4"),
    (" gd ", "n<2?0:n==2?1:2"),
    (" he ", "n==1?0:n==2?1:n%10==0&&n>10?2:3"),
    (" he ", "n!=1"),
    (" kw ", "n==1?0:n==2?1:2"),
    (" kw ", "n==1?0:n==2?1:n==3?2:3"),
    (" lt ", "n%10==1&&n%100!=11?0:n%10>=2&&(n%100<10||n%100>=20)?1:2"),
    (" lv ", "n%10==1&&n%100!=11?0:n!=0?1:2"),
    (" lv ", "n%10==1&&n%100!=11?0:n!=1?1:2"),
    (" mk ", "n==1||n%10==1?0:1"),
    (" mk ", "n%10==1?0:n%10==2?1:2"),
    (" mt ", "n==1?0:n==0||n%100>1&&n%100<11?1:n%100>10&&n%100<20?2:3"),
    (" pl ", "n==1?0:n%10>=2&&n%10<=4&&(n%100<10||n%100>=20)?1:2"),
    (" ro ", "n==1?0:n==0||n%100>0&&n%100<20?1:2"),
    (" ro ", "n==1?0:n==0||n%100>1&&n%100<20?1:2"),
    (" sl ", "n%100==1?0:n%100==2?1:n%100==3||n%100==4?2:3"),
  ]
}
