call work.protect('file_name_choices');
