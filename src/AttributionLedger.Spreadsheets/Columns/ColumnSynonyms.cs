using System.Collections.Frozen;
using AttributionLedger.Scripts;
using AttributionLedger.Sheets.Lines;

namespace AttributionLedger.Spreadsheets.Columns;

/// <summary>What newsrooms head these columns with, compared without case, accents and punctuation.</summary>
public static class ColumnSynonyms
{
    // A word that may mean two columns is in neither row: it is asked about.
    private const string Table = """
        incident | incident id, event, event id, case, case id, incident no, incident number, évènement, événement, id incident, incidente, suceso, vorfall, vorfall id, ereignis, حادثة, الحادثة, الحادث, رویداد, حادثه, инцидент, событие, אירוע, 事件
        headline | title, incident title, event title, incident name, event name, titre, título, titular, titel, überschrift, schlagzeile, عنوان, العنوان, عنوان الحادث, تیتر, заголовок, כותרת, 标题
        zone | time zone, timezone, tz, fuseau, fuseau horaire, zona horaria, huso horario, zeitzone, المنطقة الزمنية, منطقه زمانی, часовой пояс, אזור זמן, 时区
        occurred | occurred on, happened, event date, incident date, date of event, date of incident, date of the incident, date de l'incident, date de l'événement, fecha del suceso, fecha del incidente, datum des vorfalls, تاريخ الحادث, تاریخ رویداد, дата события, дата инцидента, תאריך האירוע, 事件日期
        place | location, city, town, site, lieu, ville, localisation, lugar, ubicación, ciudad, ort, stadt, المكان, مكان, الموقع, مکان, محل, место, город, מקום, מיקום, 地点
        invented | fictional, exercise, fictif, fictive, ficticio, erfunden
        statement | statement id, statement no, statement number, id, row id, entry id, ref, reference, id déclaration, id declaración, aussage id, رقم التصريح
        by | source, speaker, who, said by, by whom, spokesperson, name, party, from, attributed to, source name, speaker name, qui, locuteur, porte parole, déclarant, quién, quien, fuente, portavoz, declarante, quelle, sprecher, wer, gesagt von, von wem, المصدر, مصدر, المتحدث, القائل, من قال, گوینده, منبع, چه کسی, источник, кто, спикер, кто сказал, מקור, דובר, מי, מי אמר, 来源, 发言人, 谁
        by id | source id, speaker id, party id
        by kind | source kind, source type, speaker kind, speaker type, kind of source, type of source, party kind, party type, type de source, tipo de fuente, art der quelle, نوع المصدر, نوع منبع, тип источника, סוג המקור
        said | date, when, said on, said at, date said, statement date, date of statement, day, quand, date de la déclaration, jour, fecha, cuándo, cuando, fecha de la declaración, datum, wann, gesagt am, tag, تاريخ, التاريخ, متى, تاريخ التصريح, تاریخ, کی, زمان, дата, когда, дата заявления, תאריך, מתי, 日期, 时间
        said time | time, time said, time of day, hour, clock, heure, hora, uhrzeit, zeit, الوقت, الساعة, ساعت, время, час, שעה
        published | published on, publication date, pub date, date published, date of publication, publié, publié le, date de publication, publicado, fecha de publicación, veröffentlicht, veröffentlicht am, تاريخ النشر, نشر, تاریخ انتشار, опубликовано, дата публикации, תאריך פרסום, 发布日期
        stance | position, response, reaction, what they say, réaction, prise de position, postura, posición, reacción, haltung, reaktion, stellungnahme, الموقف, موقف, موضع, واکنش, позиция, реакция, עמדה, תגובה, 立场
        claim | claim text, allegation, accusation, what is claimed, proposition, assertion, affirmation, allégation, acusación, afirmación, alegación, behauptung, vorwurf, الادعاء, ادعاء, ادعا, утверждение, обвинение, טענה, 指控
        claim id | claim no, claim number, claim ref
        claim kind | claim type, kind of claim, type of claim, type d'allégation, tipo de acusación, art der behauptung, نوع الادعاء, نوع ادعا, тип утверждения
        actor | accused, perpetrator, responsible, accused party, who did it, blamed, alleged perpetrator, suspect, auteur présumé, accusé, responsable, mis en cause, acusado, täter, beschuldigter, verantwortlich, المتهم, الفاعل, الجهة المتهمة, متهم, عامل, обвиняемый, виновник, ответственный, נאשם, האחראי
        actor id | accused id, perpetrator id
        actor kind | actor type, accused type, perpetrator type
        raised by | claim raised by
        refines | narrower than, claim refines, refines claim
        act | act id, act claim
        request | request id, request for comment
        scope | denial scope, scope of denial, denies what, portée, alcance, umfang
        strength | firmness, force, fuerza
        qualifier | hedge, hedging, qualifying words
        verb | outlet's verb, attribution verb, reporting verb, verbe, verbo, الفعل, глагол
        ground | grounds, ground given, motif du refus
        figures | numbers, casualties, toll, casualty figures, bilan, chiffres, cifras, víctimas, balance, zahlen, opfer, opferzahlen, الأرقام, الضحايا, آمار, تلفات, цифры, потери, נפגעים
        form | words form, form of words, type of quote, quote type
        words | quote, text, quotation, statement text, full quote, what was said, wording, citation, texte, propos, déclaration, verbatim text, cita, texto, palabras, declaración, zitat, wortlaut, aussage, النص, نص, الاقتباس, اقتباس, التصريح, تصريح, نقل قول, متن, گفته, цитата, текст, слова, заявление, ציטוט, טקסט, דברים, 原话, 引语
        language | lang, quote language, langue, idioma, lengua, sprache, اللغة, لغة, زبان, язык, שפה, 语言
        translated by | translator, traduit par, traducteur, traducido por, traductor, übersetzt von, übersetzer, المترجم, مترجم, переводчик, מתרגם
        original | original text, original words, original quote, texte original, texto original, originaltext, original wortlaut, النص الأصلي, متن اصلی, оригинал, מקור הציטוט, 原文
        original language | language of original, langue originale, idioma original, originalsprache, اللغة الأصلية, زبان اصلی, язык оригинала
        medium | channel type, how said, format, support, medio, الوسيلة, رسانه, формат
        asked by | interviewer, who asked, interviewed by, interrogé par, entrevistado por, gefragt von, سأله, кто спросил
        via | outlet, through, reported by, carried by, publisher, media outlet, media, newspaper, agency, média, journal, agence, relayé par, medio de comunicación, periódico, agencia, zeitung, agentur, redaktion, الوسيلة الإعلامية, وسيلة الإعلام, الصحيفة, وكالة, خبرگزاری, روزنامه, сми, издание, агентство, כלי תקשורת, עיתון, 媒体
        embargo | embargoed until, embargo until, sous embargo jusqu'au, sperrfrist
        pool | pooled, pool report
        relay of | repeats, relays, repeats statement
        issuance | issued as, verification
        channel | telegram channel, issued through, canal, kanal, القناة, قناة, کانال, канал, ערוץ
        basis | how known, basis of knowledge, how do they know
        terms | ground rules, on the record, attribution terms, conditions, términos, bedingungen, شروط
        agreed | agreed terms, agreement, terms agreed
        description | agreed description, source description, described as, description de la source, descripción, beschreibung, الوصف, وصف, توصیف, описание
        reason | reason for anonymity, why anonymous, why unnamed, raison de l'anonymat, motivo del anonimato, grund der anonymität
        grade | admiralty, admiralty code, reliability, source grade, fiabilité, fiabilidad, zuverlässigkeit
        evidence | url, link, links, source url, source link, article url, proof, lien, liens, preuve, enlace, enlaces, prueba, beleg, belege, quellenlink, verknüpfung, الرابط, رابط, لینک, ссылка, ссылки, קישור, 链接
        noted | noted at, logged, logged at, entered, date logged, noté, anotado, notiert
        status | state, live or retracted, état, estado, الحالة, وضعیت, статус
        retracted said | retracted on, retracted, retraction date, date retracted, retractado, rétracté le, zurückgezogen am
        retracted because | retraction reason, why retracted, reason for retraction
        known | recorded, recorded at, known at
        """;

    private static readonly FrozenDictionary<string, Column> Known = Rows().ToFrozenDictionary(row => row.Name, row => row.Column);

    /// <summary>The column that a heading means; null where it means none that is known.</summary>
    public static Column? Read(string heading) => Known.TryGetValue(Folding.Plain(heading), out var column) ? column : null;

    /// <summary>The name of the column whose name or synonym is nearest to a heading; null where none is near.</summary>
    public static string? Nearest(string heading) => Sheets.Lines.Nearest.To(Folding.Plain(heading), Known.Keys) is { } near ? Known[near].Name() : null;

    private static IEnumerable<(string Name, Column Column)> Rows()
    {
        foreach (var row in Table.Split('\n'))
            if (row.Split('|') is [var name, var synonyms] && TableColumns.TryName(name.Trim(), out var column))
                foreach (var word in synonyms.Split(',').Prepend(name).Select(Folding.Plain).Distinct())
                    yield return (word, column);
            else
                throw new InvalidOperationException($"\"{row}\" is no row of synonyms.");
    }
}
