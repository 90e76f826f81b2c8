using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Staff;

namespace Sweet.Web.Features.Staff.StudentNotes;

public sealed class StudentNoteForm
{
    [Display(Name = "Add a note, for staff only")]
    [DataType(DataType.MultilineText)]
    [Required(ErrorMessage = "Write the note first")]
    [StringLength(StaffNote.TextMaxLength, ErrorMessage = "Shorten the note to {1} characters")]
    public string? Note { get; set; }
}
