using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sweet.Domain.Courses;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

internal static class LinkReading
{
    public static string? Read(string field, string? text, int maxLength, ModelStateDictionary problems)
    {
        if (text is null) return null;
        if (StudentLink.RefusalFor(text, maxLength) is not { } refusal) return text;

        problems.TryAddModelError(field, refusal switch
        {
            StudentLinkRefusal.TooLong => $"A link has at most {maxLength} characters",
            StudentLinkRefusal.StrangeSigns => "The link contains a blank, a quote or a character that cannot be seen: copy it again",
            _ => "The link has to begin with https:// and the name of a site",
        });
        return null;
    }
}
