using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Tests;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Zoë", "zoe")]
    [InlineData("Ångström", "angstrom")]
    [InlineData("Łukasz Øystein", "lukasz oystein")]
    [InlineData("Straße", "strasse")]
    [InlineData("O’Brien", "obrien")]
    [InlineData("Tomasz–Okoński", "tomasz-okonski")]
    [InlineData("İstanbul ılık", "istanbul ilik")]
    [InlineData("Ｆｕｌｌ ﬁ", "full fi")]
    [InlineData("ana\u200Bortiz", "anaortiz")]
    [InlineData("王芳", "王芳")]
    [InlineData("", "")]
    public void Accents_and_case_are_left_out(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Fact]
    public void Words_are_told_apart_by_blanks_and_commas_and_none_counts_twice() =>
        Assert.Equal(["ortiz", "ana"], FoldedText.WordsOf("  Ortiz, Ana ORTIZ\t"));

    [Fact]
    public void An_enrollment_is_found_by_name_address_license_and_number()
    {
        var student = new Student("Zoë", "O’Brien", Some.Email("zoe@münchen.example"), Profession.Nurse) { LicenseNumber = "RN-0042" };
        var enrollment = Some.OpenCohort().HoldSeat(Some.Registration(student: student), live: null, Some.HoldTime, Some.Now);

        Assert.All(
            ["obrien", "zoe", "rn-0042", "munchen", "xn--mnchen", enrollment.Number.ToLowerInvariant()],
            word => Assert.Contains(word, enrollment.SearchKey, StringComparison.Ordinal));
    }

    [Fact]
    public void The_longest_details_fit()
    {
        var student = new Student(new string('ß', Enrollment.NameMaxLength), new string('ß', Enrollment.NameMaxLength), Some.Email("a@clinic.example"), Profession.Nurse)
        {
            CertificateName = new string('Œ', Enrollment.CertificateNameMaxLength),
        };

        var enrollment = Some.OpenCohort().HoldSeat(Some.Registration(student: student), live: null, Some.HoldTime, Some.Now);

        Assert.InRange(enrollment.SearchKey.Length, 1, EnrollmentSearch.KeyMaxLength);
    }

    [Fact]
    public void A_new_address_replaces_the_former_one()
    {
        var enrollment = Some.Enrollment(email: "old@clinic.example");

        enrollment.CorrectEmail(Some.Email("new@clinic.example"), Actor.Student, Some.Now);

        Assert.Contains("new@clinic.example", enrollment.SearchKey, StringComparison.Ordinal);
        Assert.DoesNotContain("old@clinic.example", enrollment.SearchKey, StringComparison.Ordinal);
    }
}
