using System.Globalization;
using System.Text;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.CohortFeeds;

public sealed record FeedCohort(CourseName Course, CohortRow Row)
{
    public string Title => $"{Course.Title}, {Row.First.ShortDate} to {Row.Last.ShortDate}";

    public string Id(string baseUrl) => $"{baseUrl}{Course.Path}#{Row.Reference}";

    /// <summary>What holds until somebody changes the cohort; free seats are told by the JSON feed only.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder()
                .Append(CultureInfo.InvariantCulture, $"{Course.Summary} {Row.Pattern} from {Row.First.LongDate}, {Row.Times.InText}. ");
            if (Row.IsUpcoming) text.Append(CultureInfo.InvariantCulture, $"Registration opens {At(Row.RegistrationOpensAtUtc)}. ");
            text.Append(CultureInfo.InvariantCulture, $"Price: {Row.PriceNow.InText()}");
            if (Row.EarlyUntilUtc is { } until)
                text.Append(CultureInfo.InvariantCulture, $" until {At(until)}, then {Row.FullPrice.InText()}");
            return text.Append('.').ToString();
        }
    }

    private string At(DateTime utc) => ZonedTime.At(utc, Row.Zone).ShortDate;
}
