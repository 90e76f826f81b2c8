namespace Sweet.Web.Wording.Calendars;

/// <summary>The ways to subscribe to a calendar: plain links, each of which opens the program that it is named after.</summary>
/// <param name="Address">Of the feed, as the world sees it.</param>
/// <param name="Name">What the subscriber's list of calendars shows.</param>
public sealed record CalendarSubscription(string Address, string Name)
{
    /// <summary>Opens the device's own calendar program: Apple's, and Outlook on Windows.</summary>
    public string Webcal => $"webcal{Address[Address.IndexOf("://", StringComparison.Ordinal)..]}";

    /// <remarks>Google subscribes to a webcal address only; one of https it takes for a calendar of its own.</remarks>
    public string Google => $"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString(Webcal)}";

    public string Outlook => Microsoft("outlook.live.com");

    public string OutlookAtWork => Microsoft("outlook.office.com");

    private string Microsoft(string host) =>
        $"https://{host}/calendar/0/addfromweb?url={Uri.EscapeDataString(Address)}&name={Uri.EscapeDataString(Name)}";
}
