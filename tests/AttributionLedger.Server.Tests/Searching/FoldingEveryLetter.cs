using System.Text;
using AttributionLedger.Scripts;
using AttributionLedger.Server.Tests.Support;
using Npgsql;

namespace AttributionLedger.Server.Tests.Searching;

/// <summary>PostgreSQL knows the decompositions of Unicode, which the runtime of the ledger goes without.</summary>
public class FoldingEveryLetter(SharedPostgres postgres)
{
    /// <summary>Letters that differ from what they are folded to by more than a mark.</summary>
    private const string Ruled = "ßẞæÆœŒøØđĐðÐþÞłŁħĦıŋŊəƏёЁ\u0671\u0649\u06CC\u06D2\u06A9\u0629\u06C1\u06BE\u06D5\u0640\u0674ךםןףץ";

    [Fact]
    public async Task agrees_with_the_decompositions_of_unicode()
    {
        await using var ledger = await postgres.EmptyAsync();
        await using var source = NpgsqlDataSource.Create(ledger.ConnectionString);
        await using var command = source.CreateCommand("select v, normalize(chr(v), nfkd) from generate_series(1, 196607) v where v not between 55296 and 57343 and normalize(chr(v), nfkd) <> chr(v)");
        await using var reader = await command.ExecuteReaderAsync();
        var checkedLetters = 0;
        while (await reader.ReadAsync())
        {
            var letter = new Rune(reader.GetInt32(0));
            // Cyrillic letters with a mark are letters of their own, and Hangul is kept composed; what is no letter is not looked for.
            if (!Rune.IsLetterOrDigit(letter) || letter.Value is (>= 0x0400 and <= 0x052F) or (>= 0xAC00 and <= 0xD7A3) || Ruled.Contains(letter.ToString(), StringComparison.Ordinal)) continue;
            Folding.Fold(letter.ToString()).ShouldBe(Folding.Fold(reader.GetString(1)), $"U+{letter.Value:X4}");
            checkedLetters++;
        }
        checkedLetters.ShouldBeGreaterThan(4_000);
    }
}
