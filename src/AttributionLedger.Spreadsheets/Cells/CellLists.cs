using System.Text;
using AttributionLedger.Spreadsheets.Letters;

namespace AttributionLedger.Spreadsheets.Cells;

/// <summary>
/// Several things in one cell, with <c>;</c> between them. A <c>;</c> that belongs to one of them is written <c>\;</c>, and
/// a backslash is doubled only where it stands before a <c>;</c>, so that paths and addresses stay as people know them.
/// The semicolons of Arabic and Chinese keyboards count as well.
/// </summary>
public static class CellLists
{
    /// <summary>The things in one cell. They are best without blanks at their ends, which <see cref="Split"/> does not give back.</summary>
    public static string Join(IEnumerable<string> things)
    {
        var cell = new StringBuilder();
        foreach (var (thing, i) in things.Select((thing, i) => (thing, i)))
        {
            if (i > 0) End(cell);
            foreach (var c in thing)
            {
                if (IsSeparator(c)) cell.Append('\\', Backslashes(cell) + 1);
                cell.Append(c);
            }
        }
        return cell.ToString();
    }

    // What ends in backslashes has them doubled, or the separator would seem to belong to it.
    private static void End(StringBuilder cell) => cell.Append('\\', Backslashes(cell)).Append("; ");

    /// <summary>
    /// The things that a cell lists, without the blanks around them. One that is empty keeps its place, for another column
    /// may tell of the same things in the same order; those at the end do not.
    /// </summary>
    public static IReadOnlyList<string> Split(string cell) => Split(cell, (_, _) => true, '\n');

    /// <summary>
    /// The same where addresses are listed: each on a line of its own, or with a <c>;</c> and a blank between them, for a
    /// <c>;</c> may stand within an address. Empty ones are left out.
    /// </summary>
    public static IReadOnlyList<string> SplitPieces(string cell) =>
        [.. cell.Split('\n', '\r').SelectMany(line => Split(line, (text, i) => i + 1 == text.Length || Widths.IsBlank(text[i + 1]), '\0')).Where(piece => piece.Length > 0)];

    private static List<string> Split(string cell, Func<string, int, bool> separates, char other)
    {
        var things = new List<string>();
        var thing = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            var before = IsSeparator(cell[i]) ? Backslashes(thing) : 0;
            if (cell[i] != other && !IsSeparator(cell[i]) || before % 2 == 0 && IsSeparator(cell[i]) && !separates(cell, i)) { thing.Append(cell[i]); continue; }
            thing.Length -= (before + 1) / 2;
            if (before % 2 == 1) { thing.Append(cell[i]); continue; }
            Take(things, thing);
        }
        Take(things, thing);
        while (things is [.., ""]) things.RemoveAt(things.Count - 1);
        return things;
    }

    private static void Take(List<string> things, StringBuilder thing)
    {
        things.Add(Widths.Trimmed(thing.ToString()));
        thing.Clear();
    }

    private static int Backslashes(StringBuilder text)
    {
        var count = 0;
        while (count < text.Length && text[text.Length - 1 - count] == '\\') count++;
        return count;
    }

    private static bool IsSeparator(char c) => c is ';' or '\u061B' or '\uFF1B';
}
