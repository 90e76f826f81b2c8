namespace Sweet.Web.Features.Staff.Profiles;

/// <summary>Which browser on which system, as far as its own words tell.</summary>
internal static class BrowserName
{
    // The first that is found: most call themselves by the names of others too.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    public static string Of(string userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return (browser, system) switch
        {
            (null, null) => "A browser that does not say its name",
            (null, _) => $"A browser on {system}",
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
