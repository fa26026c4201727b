using AttributionLedger.Spreadsheets.Columns;
using Shouldly;
using Xunit;

namespace AttributionLedger.Spreadsheets.Specs.Columns;

public class NamingColumns
{
    [Fact]
    public void the_table_has_its_columns_in_this_order() => string.Join(", ", TableColumns.Written.Select(column => column.Name())).ShouldBe(
        "incident, headline, zone, occurred, place, invented, statement, by, by id, by kind, said, published, stance, claim, claim id, claim kind, actor, actor id, actor kind, " +
        "raised by, refines, act, request, scope, strength, qualifier, verb, ground, figures, form, words, language, translated by, original, original language, " +
        "medium, asked by, via, embargo, pool, relay of, issuance, channel, basis, terms, agreed, description, reason, grade, evidence, noted, " +
        "status, retracted said, retracted because, known");

    [Fact]
    public void each_name_means_its_column() => TableColumns.Taken.ShouldAllBe(column => ColumnSynonyms.Read(column.Name()) == column);

    [Theory]
    [InlineData("Source", Column.By)]
    [InlineData("WHO?", Column.By)]
    [InlineData("Said_By", Column.By)]
    [InlineData("  Date: ", Column.Said)]
    [InlineData("Quote*", Column.Words)]
    [InlineData("Date de l’événement", Column.Occurred)]
    [InlineData("Quién", Column.By)]
    [InlineData("Übersetzt von", Column.TranslatedBy)]
    [InlineData("المَصْدَر", Column.By)]
    [InlineData("کی", Column.Said)]
    [InlineData("Когда", Column.Said)]
    [InlineData("תאריך", Column.Said)]
    [InlineData("日期", Column.Said)]
    [InlineData("ＵＲＬ", Column.Evidence)]
    public void a_heading_means_a_column_in_many_words(string heading, Column column) => ColumnSynonyms.Read(heading).ShouldBe(column);

    [Theory]
    [InlineData("sorce", "by")]
    [InlineData("stanse", "stance")]
    [InlineData("quotee", "words")]
    public void what_means_none_is_offered_the_nearest(string heading, string nearest)
    {
        ColumnSynonyms.Read(heading).ShouldBeNull();
        ColumnSynonyms.Nearest(heading).ShouldBe(nearest);
    }

    [Fact]
    public void what_is_near_to_none_is_offered_none() => ColumnSynonyms.Nearest("Our internal remarks").ShouldBeNull();
}
