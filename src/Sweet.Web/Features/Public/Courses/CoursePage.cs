using Sweet.Domain.Pictures;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Public.Courses;

/// <param name="Example">Null while the course never had a cohort, hence no price.</param>
public sealed record CoursePage(CourseOffer Offer, CourseText Text, RefundExample? Example)
{
    public string? Source { get; init; }

    /// <summary>Of a voucher, as it came with the address.</summary>
    public string? Code { get; init; }

    public required string StructuredData { get; init; }

    /// <summary>Seen by who writes the course: nothing of it is saved, and no search engine is shown it.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Null where no search engine is to keep the page.</summary>
    public string? Canonical => IsPreview ? null : Course.Path;

    public CourseName Course => Offer.Course;

    /// <summary>Whose dates the page lists in full.</summary>
    public CohortRow? Shown => Offer.Next ?? (Offer.Coming.Count > 0 ? Offer.Coming[0] : null);

    public string FormOf(CohortRow cohort) => CarriedCode.AddTo(SourceArticle.AddTo(cohort.Path, Source), Code);

    public bool HasCohorts => Offer.Coming.Count + Offer.Over.Count > 0;
}

/// <summary>The prose of a course; what ends in Html is rendered and safe.</summary>
public sealed record CourseText(
    string Promise,
    string AudienceHtml,
    string MissedClassHtml,
    string FacultyHtml,
    int FeePercent,
    IReadOnlyList<WeekRow> Weeks,
    IReadOnlyList<QuestionRow> Questions)
{
    public IReadOnlyList<TeacherRow> Teachers { get; init; } = [];

    public IReadOnlyList<ShownTestimonial> Testimonials { get; init; } = [];
}

public sealed record WeekRow(string Title, string Objective);

public sealed record QuestionRow(string Question, string AnswerHtml);

/// <param name="Picture">Null where there is none.</param>
/// <param name="AltText">What it shows; empty where the name beside it says all.</param>
public sealed record TeacherRow(string Name, string? Credentials, string BiographyHtml, PictureSize? Picture, string AltText);

/// <summary>What a former student says, shown as they agreed.</summary>
public sealed record ShownTestimonial(string Text, string ShownAs);
