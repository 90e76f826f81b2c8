using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Courses.Persons;
using Sweet.Domain.Pictures;
using Sweet.Web.Features.Staff.Shared.Versions;

namespace Sweet.Web.Features.Staff.Courses.Forms;

public sealed class TeacherForm
{
    [StringLength(FacultyMember.NameMaxLength, ErrorMessage = "Shorten the name to {1} characters")]
    public string? Name { get; set; }

    [StringLength(FacultyMember.CredentialsMaxLength, ErrorMessage = "Shorten the credentials to {1} characters")]
    public string? Credentials { get; set; }

    [DataType(DataType.MultilineText)]
    [StringLength(FacultyMember.BiographyMaxLength, ErrorMessage = "Shorten the biography to {1} characters")]
    public string? Biography { get; set; }

    /// <summary>The hash of a picture that was taken in.</summary>
    [StringLength(Picture.HashLength, ErrorMessage = "Choose the picture again")]
    public string? PictureHash { get; set; }

    /// <summary>Of the smallest width; only where there is a picture.</summary>
    public string PortraitAddress => PictureFile.AddressOf(PictureHash!, Picture.Widths[0], PictureKind.Jpeg);

    [DataType(DataType.MultilineText)]
    [StringLength(FacultyMember.AltTextMaxLength, ErrorMessage = "Shorten what the picture shows to {1} characters")]
    public string? AltText { get; set; }

    /// <summary>Another picture, in place of what is there.</summary>
    public IFormFile? File { get; set; }

    /// <summary>"yes": without a picture from now on.</summary>
    public string? NoPicture { get; set; }

    /// <summary>Its picture goes with what was written.</summary>
    internal bool IsEmpty => Name is null && Credentials is null && Biography is null && File is null;

    internal IEnumerable<FormField> Fields(int index)
    {
        var (name, label) = ($"Teachers[{index}]", $"Faculty {index + 1}");
        return
        [
            new($"{name}.Name", $"{label}, name", Name),
            new($"{name}.Credentials", $"{label}, credentials", Credentials),
            new($"{name}.Biography", $"{label}, biography", Biography),
            new($"{name}.PictureHash", $"{label}, picture", PictureHash)
            {
                Words = PictureHash is { Length: Picture.HashLength } hash ? $"Picture {hash[..8]}" : null,
            },
            new($"{name}.AltText", $"{label}, what the picture shows", AltText),
        ];
    }
}
