using System.Text.RegularExpressions;

namespace Sweet.Browser.Tests.Support;

/// <summary>Every page that an admin comes to by links from the first one; of pages that differ by a number alone, one.</summary>
public sealed partial class OfficeTour(Reader reader, Func<Task> look)
{
    private const int MostOfAKind = 1;

    /// <summary>More than there are kinds of pages: a tour that runs in circles fails.</summary>
    private const int MostPages = 200;

    private readonly Queue<string> ahead = new(["/staff"]);
    private readonly HashSet<string> known = new(["/staff"], StringComparer.Ordinal);
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public async Task<IReadOnlyCollection<string>> Go()
    {
        while (ahead.TryDequeue(out var address))
        {
            Assert.True(seen.Values.Sum() < MostPages, $"more than {MostPages} pages: {string.Join(", ", seen.Keys)}");
            await reader.Open(address);
            await look();
            foreach (var link in await LinksOfOffice()) Note(link);
        }

        return seen.Keys;
    }

    private async Task<string[]> LinksOfOffice() => await reader.Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('a[href]:not([download])')]
            .filter(a => a.origin === location.origin && /^\/(admin|staff)(\/|$)/.test(a.pathname) && !/\.(csv|pdf|ics|zip|json)$|export/.test(a.pathname))
            .map(a => a.pathname + a.search)
        """);

    private void Note(string link)
    {
        if (!known.Add(link)) return;

        var kind = Numbers().Replace(link.Split('?')[0], "#");
        var times = seen.GetValueOrDefault(kind);
        if (times >= MostOfAKind) return;

        seen[kind] = times + 1;
        ahead.Enqueue(link);
    }

    [GeneratedRegex("[0-9a-f-]{32,}|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
