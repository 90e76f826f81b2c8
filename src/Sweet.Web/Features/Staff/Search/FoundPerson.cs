using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Search;

/// <summary>A line of the results, with what was found marked in it.</summary>
public sealed record FoundPerson(PersonHit Hit, SearchPage Page)
{
    public MarkedText Name => Page.Mark(Hit.CertificateName is { } name && name != Hit.Name ? $"{Hit.Name} ({name})" : Hit.Name);

    public MarkedText Email => Page.Mark(EmailAddress.Shown(Hit.Email));

    public MarkedText Number => Page.Mark(Hit.Number);

    public MarkedText License => Page.Mark(Hit.LicenseNumber is { } license ? $", {license}" : "");

    public string Profession => Hit.LacksDetails ? $"Profession {ProfessionText.NotTold}" : Hit.Profession.InWords();

    public string Cohort => CohortTitle.Of(Hit.Course, Hit.FirstClassAtUtc, Hit.TimeZone);
}
