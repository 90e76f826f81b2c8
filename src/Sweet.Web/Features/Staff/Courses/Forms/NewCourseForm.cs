using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Courses;

namespace Sweet.Web.Features.Staff.Courses.Forms;

/// <summary>What is typed once more than that: the code, which never changes.</summary>
public sealed class NewCourseForm : CourseForm
{
    [Display(
        Name = "Code",
        Description = "2 to 10 letters and digits, like IPT. Every enrollment number begins with it, so it can’t be changed later.")]
    [Required(ErrorMessage = "Enter a code, like IPT")]
    [StringLength(Course.CodeMaxLength, ErrorMessage = "Shorten the code to {1} characters")]
    [RegularExpression("[A-Za-z][A-Za-z0-9]+", ErrorMessage = "Use 2 to 10 letters and digits, a letter first")]
    public string? Code { get; set; }

    internal string UpperCode => Code!.ToUpperInvariant();
}
