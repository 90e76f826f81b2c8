using Microsoft.AspNetCore.Mvc.Rendering;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Wording;

public static class ProfessionText
{
    public static readonly IReadOnlyList<SelectListItem> Choices =
        [.. Enum.GetValues<Profession>().Select(p => new SelectListItem(p.InWords(), p.ToString()))];

    public static string InWords(this Profession profession) => profession switch
    {
        Profession.SocialWorker => "Social worker",
        Profession.MarriageAndFamilyTherapist => "Marriage and family therapist",
        _ => profession.ToString(),
    };
}
