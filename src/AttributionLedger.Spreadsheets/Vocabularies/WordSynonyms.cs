namespace AttributionLedger.Spreadsheets.Vocabularies;

/// <summary>
/// The ledger's words as newsrooms write them. What could mean two of them ("claimed", "rejected") is in no row: it is refused
/// with the words that there are, and a desk that uses it in one sense says so in its mapping.
/// </summary>
internal static class WordSynonyms
{
    public const string Table = """
        stance: asserts | asserted, assert, stated, states, affirmed, affirms, affirme, a affirmé, afirma, afirmó, behauptet, behauptete, صرح, قال إن, ادعا کرد, утверждает, утверждал, заявил что, טען, טוען, טענה כי, 表示
        stance: confirms | confirmed, confirm, confirmation, confirme, a confirmé, confirmé, confirma, confirmó, bestätigt, bestätigte, أكد, أكدت, يؤكد, تأكيد, تایید, تایید کرد, подтвердил, подтвердила, подтверждает, подтвердили, אישר, אישרה, מאשר, 证实, 确认
        stance: accuses | accused, accuse, blames, blamed, accusation, accuse de, a accusé, acusa, acusó, beschuldigt, beschuldigte, macht verantwortlich, اتهم, اتهمت, يتهم, متهم کرد, обвинил, обвинила, обвиняет, האשים, האשימה, מאשים, 指责, 指控
        stance: claims-responsibility | claimed responsibility, claim of responsibility, responsibility claimed, took responsibility, revendique, a revendiqué, revendication, reivindica, reivindicó, bekennt sich, bekannte sich, bekennerschreiben, تبنى, تبنت, أعلن مسؤوليته, أعلنت مسؤوليتها, مسئولیت را بر عهده گرفت, بر عهده گرفت, взял на себя ответственность, взяла на себя ответственность, взяли на себя ответственность, נטל אחריות, נטלה אחריות, לקח אחריות, 宣称负责
        stance: acknowledges | acknowledged, acknowledge, admits, admitted, admission, conceded, concedes, reconnaît, a reconnu, admet, reconoce, reconoció, admite, admitió, räumt ein, räumte ein, gibt zu, اعترف, اعترفت, أقر, اذعان کرد, پذیرفت, признал, признала, признаёт, הודה, הודתה, 承认
        stance: denies | denied, deny, denial, denies it, dément, a démenti, démenti, nie, a nié, niega, negó, desmiente, desmintió, dementiert, dementierte, bestreitet, bestritt, dementi, نفى, نفت, ينفي, نفي, تکذیب, تکذیب کرد, отрицает, отрицал, опроверг, опровергла, опровергает, опровергли, הכחיש, הכחישה, מכחיש, 否认
        stance: dismisses | dismissed, dismiss, dismissed the report, dismissed as rumours, dismissed as rumors
        stance: neither-confirms-nor-denies | neither confirmed nor denied, did not confirm or deny, would not confirm or deny, neither confirm nor deny, ni confirmé ni démenti, ne confirme ni ne dément, ni confirma ni desmiente, ni confirmó ni desmintió, weder bestätigt noch dementiert, لم يؤكد ولم ينف, نه تایید و نه تکذیب کرد, не подтвердил и не опроверг, לא אישר ולא הכחיש, 既不证实也不否认
        stance: declines-to-comment | declined to comment, decline to comment, declined comment, declined, no comment, refused to comment, would not comment, refuse de commenter, a refusé de commenter, n'a pas souhaité commenter, sans commentaire, pas de commentaire, sin comentarios, declinó comentar, no quiso comentar, rehusó comentar, kein kommentar, wollte sich nicht äußern, lehnte eine stellungnahme ab, امتنع عن التعليق, رفض التعليق, رفضت التعليق, لا تعليق, از اظهار نظر خودداری کرد, بدون نظر, отказался от комментариев, отказалась от комментариев, отказался комментировать, без комментариев, סירב להגיב, סירבה להגיב, אין תגובה, 拒绝置评, 不予置评, 拒绝评论
        stance: did-not-respond | no response, no reply, no answer, did not reply, did not answer, didn't respond, not responded, n'a pas répondu, pas de réponse, sans réponse, no respondió, sin respuesta, antwortete nicht, keine antwort, لم يرد, لم ترد, لم يستجب, لا رد, پاسخ نداد, بی پاسخ, не ответил, не ответила, не ответили, нет ответа, לא הגיב, לא הגיבה, לא השיב, 未回应, 没有回应
        stance: did-not-respond-by-deadline | no response by deadline, did not respond by the deadline, did not immediately respond, did not respond in time, no reply by deadline, n'a pas répondu dans les délais, keine antwort bis redaktionsschluss
        stance: could-not-be-reached | could not reach, unreachable, not reachable, not reached, could not be contacted, injoignable, n'a pas pu être joint, ilocalizable, no pudo ser contactado, nicht erreichbar, war nicht zu erreichen, تعذر الوصول إليه, تعذر الاتصال به, در دسترس نبود, недоступен, не удалось связаться, לא ניתן היה להשיג, 无法联系
        stance: made-no-one-available | made nobody available, no one available, nobody available, offered no one
        stance: comments | commented, comment, other comment, commente, a commenté, comenta, comentó, kommentiert, علق, اظهار نظر کرد, прокомментировал, прокомментировала, הגיב, הגיבה, 评论
        scope: act | the act, l'acte, el acto, die tat
        scope: authorship | responsibility, having done it, doing it
        scope: order | giving the order, the order
        scope: knowledge | knowing, having known
        scope: number | numbers, figures, toll
        scope: characterisation | characterization, description, wording
        scope: any-involvement | involvement, all involvement, any role, any part
        strength: flat | plain, firm, outright, categorical, catégorique, categórico, eindeutig
        strength: hedged | hedging, qualified, cautious, prudent, vorsichtig
        strength: conditional | if, with conditions
        strength: implied | implicit, hinted, implicite, implícito
        form: verbatim | quote, direct quote, direct, exact, word for word, citation, cita, zitat, wörtlich, textuel, textual, حرفي, نقل مستقیم, дословно, цитата, ציטוט, 原文
        form: paraphrase | paraphrased, indirect, indirect quote, reported, summary, paráfrasis, sinngemäß, بتصرف, نقل به مضمون, пересказ
        form: translation | translated, traduction, traducción, übersetzung, ترجمة, ترجمه, перевод, תרגום, 翻译
        translated by: speaker | the speaker
        translated by: outlet | the outlet, agency, publisher
        translated by: us | desk, own, newsroom, we, ourselves
        translated by: machine | google translate, deepl, automatic, ai
        issuance: verified | confirmed authentic, authentic, genuine
        issuance: purported | unverified, unconfirmed
        issuance: disowned | disavowed
        issuance: fabricated | fake, forged, false
        basis: witnessed | eyewitness, saw it, first hand
        basis: told | hearsay, was told, second hand
        basis: deduced | inferred
        basis: party-to-it | participant, took part
        basis: cannot-be-judged | unknown, not known, unclear
        terms: on-the-record | on record, for the record
        terms: background | on background, not for attribution, bg, not attributable
        terms: deep-background | on deep background
        terms: off-the-record | off record
        terms: as-published | published, already published, public, as reported
        terms: not-stated | unknown, not known, n/a, none stated, not recorded
        claim kind: occurrence | event, what happened, fait, hecho, ereignis
        claim kind: responsibility | who did it, perpetrator, attribution, responsabilité, responsabilidad, verantwortung, täterschaft, مسؤولية, مسئولیت, ответственность, אחריות, 责任
        claim kind: origin | from where, launch site
        claim kind: target | aim
        claim kind: means | weapon, weapons, method
        claim kind: damage | damages, dégâts, daños, schaden, أضرار, خسارت, ущерб, נזק
        claim kind: casualties | victims, deaths, dead and injured, killed and injured, victimes, víctimas, opfer, ضحايا, تلفات, жертвы, נפגעים, 伤亡
        claim kind: motive | reason, why, motif, motivo, motiv
        claim kind: authenticity | genuineness
        claim kind: other | misc, autre, otro, sonstiges
        kind: person | individual, people, man, woman, personne, persona, شخص, فرد, человек, лицо, אדם, 个人
        kind: office | spokesperson, official post, position, ministry spokesperson
        kind: organisation | organization, org, company, ngo, ministry, agency, institution, police, army, organización, منظمة, سازمان, организация, ארגון, 组织
        kind: armed-group | militia, armed group, militant group, rebels, insurgents, groupe armé, grupo armado, miliz, جماعة مسلحة, گروه مسلح, вооружённая группировка, ארגון חמוש, 武装组织
        kind: state | country, government, nation, état, estado, staat, دولة, دولت, государство, מדינה, 国家
        kind: outlet | media, newspaper, media outlet, news agency, broadcaster, média, medio, medium, وسيلة إعلام, رسانه, сми, כלי תקשורת, 媒体
        kind: described | description only, unidentified
        kind: other | misc
        status: live | current, active, stands
        status: retracted | withdrawn, taken back, rétracté, retractado, zurückgezogen
        status: struck | deleted, removed
        flag: yes | y, true, 1, x, oui, sí, ja, نعم, بله, да, כן, 是
        flag: no | n, false, 0, non, nein, لا, خیر, نه, нет, לא, 否
        raised by: desk | us, our desk, newsroom
        raised by: question | a question, asked
        raised by: unnamed-reports | unnamed reports, reports, media reports
        """;
}
