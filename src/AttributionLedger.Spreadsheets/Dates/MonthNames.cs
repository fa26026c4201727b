using System.Collections.Frozen;
using AttributionLedger.Scripts;

namespace AttributionLedger.Spreadsheets.Dates;

/// <summary>The words that stand in dates, in the languages of newsrooms.</summary>
internal static class MonthNames
{
    // A row a month: English, French, Spanish, German, Arabic as in Egypt, the Levant and the Maghreb, Persian, Russian, Hebrew.
    private static readonly string[] Months =
    [
        "january, jan, janvier, janv, enero, ene, januar, jänner, يناير, كانون الثاني, جانفي, ژانویه, январь, января, янв, ינואר",
        "february, feb, février, févr, fév, febrero, februar, feber, فبراير, شباط, فيفري, فوریه, февраль, февраля, фев, פברואר",
        "march, mar, mars, marzo, märz, mrz, مارس, آذار, март, марта, мар, מרץ, מרס",
        "april, apr, avril, avr, abril, abr, أبريل, ابريل, نيسان, أفريل, آوریل, апрель, апреля, апр, אפריל",
        "may, mai, mayo, مايو, أيار, ماي, مه, май, мая, מאי",
        "june, jun, juin, junio, juni, يونيو, حزيران, جوان, ژوئن, июнь, июня, июн, יוני",
        "july, jul, juillet, juil, julio, juli, يوليو, تموز, جويلية, ژوئیه, июль, июля, июл, יולי",
        "august, aug, août, aout, agosto, ago, أغسطس, آب, أوت, اوت, август, августа, авг, אוגוסט",
        "september, sep, sept, septembre, septiembre, setiembre, سبتمبر, أيلول, سپتامبر, сентябрь, сентября, сен, сент, ספטמבר",
        "october, oct, octobre, octubre, oktober, okt, أكتوبر, تشرين الأول, اکتبر, октябрь, октября, окт, אוקטובר",
        "november, nov, novembre, noviembre, نوفمبر, تشرين الثاني, نوامبر, ноябрь, ноября, ноя, нояб, נובמבר",
        "december, dec, décembre, déc, diciembre, dic, dezember, dez, ديسمبر, كانون الأول, دسامبر, декабрь, декабря, дек, דצמבר"
    ];

    private const string Calendars =
        "فروردین, اردیبهشت, خرداد, تیر, مرداد, شهریور, مهر, آبان, دی, بهمن, اسفند, محرم, صفر, ربيع الأول, ربيع الثاني, جمادى الأولى, جمادى الآخرة, رجب, شعبان, رمضان, شوال, ذو القعدة, ذو الحجة, " +
        "תשרי, חשוון, כסלו, טבת, שבט, אדר, ניסן, אייר, סיוון, תמוז, אלול";

    // Days of the week say nothing that the date does not, and the small words between its parts nothing at all.
    private const string Silent =
        "monday, mon, tuesday, tue, tues, wednesday, wed, thursday, thu, thur, thurs, friday, fri, saturday, sat, sunday, sun, the, of, at, on, st, nd, rd, th, " +
        "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, lun, jeu, ven, sam, dim, le, à, er, lunes, martes, miércoles, jueves, viernes, sábado, domingo, el, de, del, a las, " +
        "montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, mo, di, mi, do, fr, sa, so, den, dem, am, um, uhr, " +
        "الاثنين, الإثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد, يوم, من, في, سنة, عام, الساعة, دوشنبه, سه شنبه, چهارشنبه, پنجشنبه, پنج شنبه, جمعه, شنبه, یکشنبه, روز, سال, ساعت, " +
        "понедельник, вторник, среда, четверг, пятница, суббота, воскресенье, пн, вт, ср, чт, пт, сб, вс, в, г, год, года, יום, ראשון, שני, שלישי, רביעי, חמישי, שישי, שבת, ב, בשעה, שעה, שנת";

    private static readonly FrozenDictionary<string, int> ByName =
        Months.SelectMany((row, i) => Words(row).Select(name => (name, month: i + 1))).DistinctBy(row => row.name).ToFrozenDictionary(row => row.name, row => row.month);

    private static readonly FrozenSet<string> OtherCalendars = Words(Calendars).Where(name => !ByName.ContainsKey(name)).ToFrozenSet();
    private static readonly FrozenSet<string> Passed = Words(Silent).ToFrozenSet();

    /// <summary>The month of a word or two, from 1; null where it is none. Hebrew writes its "in" at the word.</summary>
    public static int? Month(string plain) => ByName.TryGetValue(plain, out var month) || (plain is ['ב', .. var rest] && ByName.TryGetValue(rest, out month)) ? month : null;

    /// <summary>Whether it is a month of another calendar than the one that the ledger counts in.</summary>
    public static bool IsOfAnotherCalendar(string plain) => OtherCalendars.Contains(plain);

    /// <summary>Whether a word in a date changes nothing of it.</summary>
    public static bool IsSilent(string plain) => Passed.Contains(plain);

    private static IEnumerable<string> Words(string row) => row.Split(',').Select(Folding.Plain).Distinct();
}
