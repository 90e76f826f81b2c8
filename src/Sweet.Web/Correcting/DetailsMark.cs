using Sweet.Domain.Enrollments;

namespace Sweet.Web.Correcting;

/// <summary>Stands for all that a form of details was filled with: of two who correct them the second sees what the first wrote.</summary>
public static class DetailsMark
{
    private const int Length = 16;

    public static string Of(Enrollment enrollment) => RetiredLink.HashOf(
        $"{enrollment.ToStudent()} {enrollment.Order.PayerName}\n{enrollment.Order.PayerAddress}")[..Length];
}
