extension DoublingHabits {
  /// Languages in which a few words may stand twice, and no other.
  static let natural: [String: [StaticString]] = [
    // Of, when, you, it and the verbs that end a clause meet their like, before which many write no
    // comma; a participle has its own prepositional phrase before it.
    "nl": [
      "aan", "achter", "als", "bent", "bij", "binnen", "boven", "dan", "dat", "die", "door", "er",
      "haar", "had", "hadden", "heb", "hebben", "hebt", "heeft", "heel", "hem", "het", "hun", "in",
      "is", "jij", "je", "jou", "jullie", "kan", "kon", "kunnen", "kunt", "met", "mag", "mij",
      "moet", "moeten", "mogen", "na", "naar", "naast", "nodig", "of", "om", "onder", "op", "over",
      "per", "sinds", "te", "tegen", "tot", "tussen", "uit", "van", "veel", "via", "voor", "waren",
      "was", "wat", "we", "werd", "werden", "wie", "wil", "wilt", "willen", "wij", "worden",
      "wordt", "ze", "zeer", "zij", "zijn", "zo", "zonder", "zou", "zouden", "zullen", "u",
    ],
    // A participle takes its own articles and prepositions with it: `im im Menü geöffneten Fenster`.
    // Particles of verbs are prepositions, too.
    "de": [
      "ab", "als", "am", "an", "auf", "aus", "bei", "beim", "bis", "da", "das", "dem", "den",
      "denen", "der", "deren", "des", "die", "durch", "ein", "eine", "einem", "einen", "einer",
      "eines", "es", "für", "ganz", "gegen", "gemäß", "haben", "hinter", "ihm", "ihnen", "ihr",
      "im", "in", "ins", "lange", "mit", "nach", "neben", "oder", "ohne", "pro", "sehr", "sein",
      "sie", "so", "um", "unter", "viel", "vom", "von", "vor", "wann", "was", "wegen", "wenn",
      "wer", "werden", "wie", "wo", "während", "zu", "zum", "zur", "zwischen", "über",
    ],
    // Pronouns of reflexive verbs, a gerund with its pronoun, and verbs of relative clauses.
    "fr": [
      "a", "bien", "doit", "doivent", "en", "est", "faire", "fait", "font", "nous", "ont", "peut",
      "peuvent", "plus", "sont", "tout", "très", "vous", "étaient", "était", "abonné", "abonnée",
      "abonnées", "abonnés", "affilié", "affiliés", "associé", "associée", "associées", "associés",
      "assuré", "assurés", "confirmé", "délégué", "déléguée", "délégués", "donnée", "données",
      "employé", "employée", "employées", "employés", "invité", "invitée", "invitées", "invités",
      "reçu", "reçus", "salarié", "salariés",
    ],
    // Verbs of relative clauses; adverbs and adjectives for emphasis.
    "it": [
      "adesso", "allora", "alto", "appena", "basso", "bello", "bene", "buono", "caldo", "così",
      "dentro", "deve", "devono", "dietro", "essere", "fare", "fitto", "forte", "fuori", "giù",
      "ha", "hanno", "in", "insieme", "intorno", "lemme", "lento", "leggero", "lontano", "lungo",
      "là", "lì", "man", "mano", "molto", "nuovo", "passo", "pian", "piano", "piccolo", "poco",
      "presto", "pronto", "proprio", "prossimo", "può", "possono", "quasi", "quatto", "secco",
      "solo", "sono", "sotto", "su", "subito", "svelto", "sì", "tanto", "terra", "tutta", "tutti",
      "tutto", "via", "vicino", "viene", "vengono", "zitto", "associati", "associato", "chiamata",
      "chiamate", "contenuti", "contenuto", "dati", "dato", "delegati", "delegato", "dipendente",
      "entrata", "entrate", "fatti", "fatto", "impiegati", "impiegato", "indirizzata", "inviata",
      "invitati", "invitato", "ricevuta", "ricevute", "richiesta", "richieste", "risultati",
      "risultato", "scelta", "scelte", "significato", "stati", "stato", "uscita", "uscite",
    ],
    "es": [
      "apenas", "así", "casi", "debe", "deben", "es", "están", "está", "ha", "han", "hace", "hay",
      "in", "luego", "muy", "más", "mucho", "nada", "para", "poco", "pronto", "puede", "pueden",
      "se", "son", "tiene", "todo", "ya", "asociado", "asociados", "certificado", "certificados",
      "contenido", "contenidos", "dado", "dados", "delegado", "delegados", "empleada", "empleadas",
      "empleado", "empleados", "enunciado", "estado", "estados", "firmado", "hecho", "hechos",
      "invitada", "invitadas", "invitado", "invitados", "listado", "listados", "llamada",
      "llamadas", "medida", "medidas", "pedido", "pedidos", "resultado", "resultados",
      "significado", "usado", "vista", "vistas",
    ],
    "pt": [
      "a", "bem", "deve", "devem", "está", "estão", "faz", "foi", "há", "in", "já", "logo", "mais",
      "muito", "nada", "para", "pode", "podem", "pouco", "quase", "se", "são", "tem", "todo",
      "tudo", "têm", "é", "associado", "associados", "certificado", "certificados", "chamada",
      "chamadas", "contratado", "convidada", "convidadas", "convidado", "convidados", "dado",
      "dados", "delegado", "delegados", "empregado", "empregados", "estado", "estados", "feito",
      "feitos", "medida", "medidas", "pedido", "pedidos", "resultado", "resultados", "significado",
      "tomada", "vista", "vistas",
    ],
    "ro": [
      "abia", "acum", "aproape", "are", "aveți", "când", "de", "este", "foarte", "mult", "poate",
      "puțin", "rând", "sunt", "ușor", "încet", "angajat", "angajați", "asociat", "asociați", "dat",
      "date", "invitat", "invitați", "rezultat", "rezultate", "stare",
    ],
    // Verbs of relative clauses, which no comma ends; particles of verbs; articles that are pronouns.
    "sv": [
      "av", "blev", "blir", "de", "den", "det", "då", "där", "efter", "fick", "finns", "fram",
      "från", "för", "hade", "har", "här", "i", "in", "kan", "kunde", "lite", "man", "med", "mot",
      "mycket", "måste", "ned", "ner", "när", "om", "på", "sedan", "ska", "skulle", "som", "så",
      "till", "under", "upp", "ut", "var", "vid", "vill", "vore", "väldigt", "används", "är",
      "över", "anställd", "anställda", "inbjuden", "inbjudna",
    ],
    "da": [
      "af", "blev", "bliver", "bruges", "da", "de", "den", "der", "det", "efter", "er", "findes",
      "for", "fra", "frem", "har", "havde", "her", "hos", "i", "ind", "kan", "kunne", "lidt", "man",
      "med", "meget", "mod", "må", "ned", "når", "om", "op", "over", "på", "skal", "skulle", "som",
      "så", "til", "ud", "under", "var", "ved", "vil", "ville", "ansat", "ansatte", "inviteret",
      "inviterede",
    ],
    "nb": norwegian, "no": norwegian,
    "fi": [
      "ei", "hiljaa", "hyvin", "joka", "jos", "kuin", "kun", "mitä", "ne", "niin", "niitä", "olla",
      "ollut", "on", "pian", "se", "sen", "sitä", "tosi", "vähän", "yhä", "aina", "ihan", "joskus",
      "kauan", "kerran", "melko", "paljon", "pikku", "pitkään", "silloin", "todella", "usein",
    ],
    // Pronouns that are determiners, too; reflexive ones.
    "pl": [
      "bardzo", "co", "coraz", "do", "go", "ich", "jak", "jej", "jest", "ledwo", "na", "po", "są",
      "się", "tego", "tej", "ten", "ta", "tak", "to", "tych", "tym", "tymi", "tę", "że",
    ],
    "cs": [
      "co", "hned", "ho", "je", "jej", "jejich", "její", "jeho", "jsou", "kdo", "pomalu", "se",
      "si", "sotva", "ta", "tak", "ten", "to", "toho", "tom", "tomu", "tu", "ty", "těch", "tím",
      "velmi", "už",
    ],
    "sk": [
      "ich", "je", "jeho", "jej", "kto", "pomaly", "sa", "si", "so", "sotva", "sú", "ta", "tak",
      "ten", "to", "toho", "tom", "tomu", "tú", "tie", "tých", "tým", "už", "veľmi", "čo",
    ],
    "sl": [
      "bi", "ga", "je", "jih", "jo", "komaj", "ne", "počasi", "se", "si", "so", "ta", "te", "to",
      "zelo", "že",
    ],
    "hr": southSlavic, "bs": southSlavic, "sr": southSlavic,
    "bg": [
      "бавно", "ги", "го", "да", "е", "едва", "и", "като", "много", "му", "малко", "по", "полека",
      "се", "си", "това", "тази", "тези", "то", "че", "я", "ще",
    ],
    // A pronoun as object before the same as possessive, `его его`; `то то же`; `данный` is both
    // "data" and "given".
    "ru": [
      "вот", "все", "всё", "вся", "да", "давно", "данная", "данного", "данной", "данном", "данному",
      "данную", "данные", "данный", "данным", "данными", "данных", "долго", "едва", "ее", "её",
      "еле", "его", "едва", "их", "как", "никогда", "нет", "только", "очень", "так", "та", "тем",
      "тех", "те", "то", "того", "той", "том", "тому", "тот", "что", "чуть", "эта", "эти", "этим",
      "этих", "это", "этого", "этой", "этом", "этому", "этот",
    ],
    "uk": [
      "ось", "все", "вся", "дані", "даний", "даним", "даними", "даних", "даного", "дуже", "його",
      "ледь", "ледве", "та", "так", "ті", "тих", "то", "того", "той", "том", "тому", "тільки", "це",
      "цей", "ці", "цих", "цього", "цьому", "що", "як", "її", "їх",
    ],
    "hu": [
      "a", "alig", "az", "azt", "egy", "ez", "ezt", "hogy", "is", "lassan", "majd", "már", "más",
      "nagyon", "nem", "néha", "sok", "újra", "épp",
    ],
    // Particles of verbs before prepositions: `log in in`.
    "en": [
      "are", "at", "by", "can", "did", "do", "does", "down", "far", "for", "had", "has", "have",
      "her", "in", "is", "it", "long", "many", "more", "much", "of", "off", "on", "out", "over",
      "so", "that", "this", "through", "to", "up", "very", "was", "were", "who", "will", "you",
    ],
  ]

  private static let norwegian: [StaticString] = [
    "av", "ble", "blir", "brukes", "da", "de", "den", "der", "det", "etter", "er", "finnes", "for",
    "fra", "frem", "fram", "har", "hadde", "her", "hos", "i", "inn", "kan", "kunne", "litt", "man",
    "med", "meget", "mot", "må", "ned", "når", "om", "opp", "over", "på", "skal", "skulle", "som",
    "så", "til", "under", "ut", "var", "ved", "veldig", "vil", "ville",
  ]

  private static let southSlavic: [StaticString] = [
    "bi", "da", "ga", "ih", "je", "jedva", "joj", "jako", "malo", "mu", "polako", "se", "su", "sve",
    "to", "vrlo", "što", "би", "да", "га", "их", "је", "једва", "мало", "му", "полако", "се",
    "су", "све", "то", "што", "врло",
  ]

  /// Languages in which nearly any word may be repeated for its meaning (`sayfa sayfa`, page by page),
  /// and those words of theirs that never are.
  static let certain: [String: [StaticString]] = [
    "tr": [
      "aracılığıyla", "ancak", "arasında", "altında", "bağlı", "çünkü", "dolayı", "dolayısıyla",
      "eğer", "fakat", "gibi", "hakkında", "hem", "ile", "ilgili", "kullanarak", "nedeniyle",
      "olan", "olarak", "olduğu", "olduğundan", "olduğunda", "olduğunu", "olması", "olup",
      "tarafından", "ve", "veya", "yoluyla", "üzerinde", "üzerinden",
    ],
    // Not its articles, which are pronouns, too: `το αρχείο του του χρήστη`.
    "el": [
      "από", "για", "και", "κατά", "καθώς", "μέσω", "μεταξύ", "οι", "που", "στα", "στη", "στην",
      "στις", "στο", "στον", "στους", "των", "χωρίς", "ώστε", "όταν", "ότι", "επειδή", "θα",
    ],
    "he": [
      "אבל", "או", "אחרי", "אל", "אם", "אשר", "באמצעות", "כאשר", "כדי", "כי", "לאחר", "לגבי", "לפי",
      "לפני", "מתוך", "עבור", "על", "עם", "של",
    ],
  ]

  /// The article, and what is joined to it. A noun without it may be repeated: `خطوة خطوة`, step by
  /// step.
  static let arabicArticles: [StaticString] = [
    "ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وبال",
  ]

  static let arabicWords: [StaticString] = [
    "أن", "أو", "إذا", "إلى", "إن", "التي", "الذي", "الذين", "بعد", "بواسطة", "بين", "تحت", "ثم",
    "حول", "حيث", "خلال", "ضمن", "عبر", "على", "عن", "عند", "عندما", "فوق", "في", "قبل", "لأن",
    "مثل", "مع", "من", "هذا", "هذه", "وفي", "ومن",
  ]

  /// Particles and endings of verbs. A bare noun may meet itself, as the end of one compound and the
  /// beginning of the next.
  static let koreanEndings: [StaticString] = [
    "를", "을", "는", "된", "되는", "하는", "하여", "해서", "하고", "하게", "롭게", "하면", "하지", "하거나",
    "에서", "에게", "으로", "니다", "세요", "습니까", "까지", "부터", "처럼", "하려면", "하도록", "되어", "해야",
    "세한", "능한", "요한", "용한", "일한", "절한", "러한", "양한", "정한", "단한", "전한", "같은", "있는", "없는",
  ]

  static let koreanNouns: [StaticString] = ["마을", "가을", "노을"]
}
